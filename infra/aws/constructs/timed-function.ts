import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule, ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { timeZone, type Schedule } from '#shared/contract/background.ts';
import type { FunctionName } from '../functions.ts';
import { AreaFunction, type FunctionsOf } from './area-function.ts';
import { DeadLetters } from './dead-letters.ts';

export interface TimedFunctionProps {
  readonly functionName: FunctionName;
  /** When it starts, and under which names. */
  readonly schedules: readonly [Schedule, ...Schedule[]];
}

/** When a schedule starts, in the words of EventBridge Scheduler. */
const expressionOf = (schedule: Schedule): string =>
  'everyMinutes' in schedule
    ? `rate(${schedule.everyMinutes} minutes)`
    : `cron(${schedule.minute} ${schedule.hour} * * ? *)`;

/**
 * A function that starts by itself, at an hour in Paris, summer and winter, or again and again. What
 * fails waits for a person.
 */
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
    const role = this.#startingRole();
    props.schedules.forEach((schedule, index) =>
      this.#schedule(`Schedule${index === 0 ? '' : `-${schedule.name}`}`, schedule, role),
    );
  }

  #schedule(id: string, schedule: Schedule, role: Role): void {
    new CfnSchedule(this, id, {
      groupName: this.group.scheduleGroupName,
      scheduleExpression: expressionOf(schedule),
      scheduleExpressionTimezone: timeZone,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: this.area.lambda.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify({ schedule: schedule.name }),
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
