import { Duration, TimeZone } from 'aws-cdk-lib';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import {
  Schedule,
  ScheduleExpression,
  ScheduleGroup,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
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

  constructor(
    scope: Construct,
    id: string,
    { functionName, name, minute, hour }: TimedFunctionProps,
    of: FunctionsOf,
  ) {
    super(scope, id);
    this.area = new AreaFunction(this, functionName, of);
    this.deadLetters = new DeadLetters(this, 'DeadLetters', { key: of.data.key });
    this.area.lambda.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.hours(1),
      onFailure: new SqsDestination(this.deadLetters.queue),
    });
    this.group = new ScheduleGroup(this, 'Group');
    new Schedule(this, 'Schedule', {
      scheduleName: `tirelire-${of.stage.name}-${name}`,
      scheduleGroup: this.group,
      schedule: ScheduleExpression.cron({
        minute: String(minute),
        hour: String(hour),
        timeZone: TimeZone.of(timeZone),
      }),
      target: new LambdaInvoke(this.area.lambda, {
        input: ScheduleTargetInput.fromObject({ name }),
        deadLetterQueue: this.deadLetters.queue,
        retryAttempts: 3,
        maxEventAge: Duration.hours(1),
      }),
    });
  }
}
