import { Duration } from 'aws-cdk-lib';
import {
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
  Alarm,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** The articles of docs/runbook.md that an alarm can send somebody to, by their anchor. */
export const articles = [
  'function-errors',
  'function-throttles',
  'gateway-errors',
  'gateway-slow',
  'refused-webhooks',
  'dead-letters',
  'stream-behind',
  'table-throttles',
  'table-errors',
  'schedule-failed',
  'schedule-missing',
  'missed-webhooks',
  'failed-sweeps',
  'stuck-events',
] as const;

export interface Watch {
  readonly article: (typeof articles)[number];
  readonly metric: IMetric;
  /** Wakes somebody above this. */
  readonly above?: number;
  /** Wakes somebody below this, silence included. */
  readonly below?: number;
  /** How many periods in a row. */
  readonly periods?: number;
}

/** The usual window of an alarm. */
export const fiveMinutes = { period: Duration.minutes(5), statistic: 'Sum' } as const;

/** Where alarms are made: each one names its article and tells the same people. */
export const watcher =
  (scope: Construct, topic: ITopic) =>
  (id: string, { article, metric, above, below, periods = 1 }: Watch): Alarm => {
    const alarm = new Alarm(scope, id, {
      alarmDescription: `What to do: docs/runbook.md#${article}`,
      metric,
      threshold: above ?? below ?? 0,
      evaluationPeriods: periods,
      comparisonOperator:
        below === undefined
          ? ComparisonOperator.GREATER_THAN_THRESHOLD
          : ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData:
        below === undefined ? TreatMissingData.NOT_BREACHING : TreatMissingData.BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(topic));
    alarm.addOkAction(new SnsAction(topic));
    return alarm;
  };
