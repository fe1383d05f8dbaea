import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule, ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { timeZone, type schedules } from '#shared/contract/background.ts';
import { AreaFunction, type FunctionsOf } from './area-function.ts';
import { DeadLetters } from './dead-letters.ts';

export type TimedFunctionProps = (typeof schedules)[number];

/** A function that has an hour, in Paris, summer and winter. What fails waits for a person. */
export class TimedFunction extends Construct {
  readonly area: AreaFunction;
  readonly deadLetters: DeadLetters;
  readonly group: ScheduleGroup;

  constructor(scope: Construct, id: string, props: TimedFunctionProps, of: FunctionsOf) {
    super(scope, id);
    this.area = new AreaFunction(this, props.functionName, of);
    this.deadLetters = new DeadLetters(this, 'DeadLetters', { key: of.data.key });
    this.deadLetters.letSend(this.area.lambda.role);
    this.area.lambda.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.hours(1),
      onFailure: this.deadLetters.onFailure,
    });
    this.group = new ScheduleGroup(this, 'Group');
    this.#schedule(props);
  }

  #schedule({ name, minute, hour }: TimedFunctionProps): void {
    new CfnSchedule(this, 'Schedule', {
      groupName: this.group.scheduleGroupName,
      scheduleExpression: `cron(${minute} ${hour} * * ? *)`,
      scheduleExpressionTimezone: timeZone,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: this.area.lambda.functionArn,
        roleArn: this.#startingRole().roleArn,
        input: JSON.stringify({ name }),
        deadLetterConfig: { arn: this.deadLetters.queue.queueArn },
        retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 3_600 },
      },
    });
  }

  /** Starts this function and no version of another: the CDK's own grant would add a star. */
  #startingRole(): Role {
    const role = new Role(this, 'StartingRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: [this.area.lambda.functionArn],
      }),
    );
    this.deadLetters.letSend(role);
    return role;
  }
}
