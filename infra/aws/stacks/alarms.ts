import { Duration, Stack } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { type Alarm, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Operation } from 'aws-cdk-lib/aws-dynamodb';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { fiveMinutes, type Watch, watcher } from '../constructs/runbook.ts';
import type { Stage } from '../stages.ts';
import type { ApiStack } from './api.ts';
import type { DataStack } from './data.ts';
import type { JobsStack } from './jobs.ts';

export interface AlarmsStackProps {
  readonly stage: Stage;
  readonly data: DataStack;
  readonly api: ApiStack;
  readonly jobs: JobsStack;
}

/** What functions do to the table; `functionNeeds` allows nothing else. */
const tableOperations = [
  Operation.GET_ITEM,
  Operation.BATCH_GET_ITEM,
  Operation.QUERY,
  Operation.PUT_ITEM,
  Operation.UPDATE_ITEM,
  Operation.TRANSACT_WRITE_ITEMS,
];

/** What wakes somebody. Each alarm names the article of the runbook that says what to do. */
export class AlarmsStack extends Stack {
  readonly #watch: (id: string, watch: Watch) => Alarm;

  constructor(scope: Construct, id: string, { stage, data, api, jobs }: AlarmsStackProps) {
    super(scope, id, { env: stage.env });
    const topic = new Topic(this, 'Topic', { masterKey: data.key, enforceSSL: true });
    topic.addSubscription(new EmailSubscription(stage.alarmMail));
    this.#watch = watcher(this, topic);
    this.#watchFunctions(api, jobs);
    this.#watchGateway(api);
    this.#watchWebhooks(stage, api);
    this.#watchTable(data);
    this.#watchStream(jobs);
    this.#watchSchedules(jobs);
    this.#watchSweeps(stage, jobs);
    this.#watchCost(stage);
  }

  #watchFunctions({ functions, originCheck }: ApiStack, { consumers, timed }: JobsStack): void {
    const areas = [...functions.values(), ...[...consumers, ...timed].map(({ area }) => area)];
    const watched = [
      ...areas.map((area) => [area.node.id, area.lambda] as const),
      ['origin-check', originCheck.lambda] as const,
    ];
    for (const [name, lambda] of watched) {
      this.#watch(`${name}-Errors`, {
        article: 'function-errors',
        metric: lambda.metricErrors(fiveMinutes),
        above: 0,
      });
      this.#watch(`${name}-Throttles`, {
        article: 'function-throttles',
        metric: lambda.metricThrottles(fiveMinutes),
        above: 0,
      });
    }
  }

  #watchGateway({ api }: ApiStack): void {
    this.#watch('GatewayErrors', {
      article: 'gateway-errors',
      // Of twenty requests at least: one failure in a quiet night is not one per cent.
      metric: new MathExpression({
        label: '5xx, per cent',
        expression: '100 * failed / MAX([asked, 20])',
        usingMetrics: {
          failed: api.metricServerError(fiveMinutes),
          asked: api.metricCount(fiveMinutes),
        },
        period: Duration.minutes(5),
      }),
      above: 1,
    });
    this.#watch('GatewaySlow', {
      article: 'gateway-slow',
      metric: api.metricLatency({ period: Duration.minutes(5), statistic: 'p99' }),
      above: 5_000,
      periods: 3,
    });
  }

  /** A platform whose secret has changed on one side only is refused, and tries for days. */
  #watchWebhooks({ name }: Stage, { functions }: ApiStack): void {
    const webhook = functions.get('payments-webhook');
    if (!webhook) return;
    const filter = new MetricFilter(this, 'RefusedWebhooks', {
      logGroup: webhook.logs,
      filterPattern: FilterPattern.all(
        FilterPattern.stringValue('$.message', '=', 'webhook'),
        FilterPattern.numberValue('$.status', '>=', 400),
      ),
      metricNamespace: `Tirelire/${name}`,
      metricName: 'RefusedWebhooks',
      defaultValue: 0,
    });
    this.#watch('RefusedWebhooksAlarm', {
      article: 'refused-webhooks',
      metric: filter.metric(fiveMinutes),
      above: 5,
    });
  }

  #watchTable({ table }: DataStack): void {
    for (const metricName of ['ReadThrottleEvents', 'WriteThrottleEvents'])
      this.#watch(`Table${metricName}`, {
        article: 'table-throttles',
        metric: table.metric(metricName, fiveMinutes),
        above: 0,
      });
    this.#watch('TableErrors', {
      article: 'table-errors',
      metric: table.metricSystemErrorsForOperations({
        ...fiveMinutes,
        operations: tableOperations,
      }),
      above: 0,
    });
  }

  #watchStream({ consumers, timed }: JobsStack): void {
    for (const { area } of consumers)
      this.#watch(`${area.node.id}-Behind`, {
        article: 'stream-behind',
        metric: area.lambda.metric('IteratorAge', { ...fiveMinutes, statistic: 'Maximum' }),
        above: 60_000,
      });
    for (const { area, deadLetters } of [...consumers, ...timed])
      this.#watch(`${area.node.id}-DeadLetters`, {
        article: 'dead-letters',
        metric: deadLetters.queue.metricApproximateNumberOfMessagesVisible({
          ...fiveMinutes,
          statistic: 'Maximum',
        }),
        above: 0,
      });
  }

  #watchSchedules({ timed }: JobsStack): void {
    for (const { area, group } of timed) {
      for (const metricName of ['InvocationDroppedCount', 'TargetErrorCount'])
        this.#watch(`${area.node.id}-${metricName}`, {
          article: 'schedule-failed',
          metric: new Metric({
            namespace: 'AWS/Scheduler',
            metricName,
            dimensionsMap: { ScheduleGroup: group.scheduleGroupName },
            ...fiveMinutes,
          }),
          above: 0,
        });
      this.#watch(`${area.node.id}-Missing`, {
        article: 'schedule-missing',
        metric: area.lambda.metricInvocations({ period: Duration.days(1), statistic: 'Sum' }),
        below: 1,
      });
    }
  }

  /**
   * What sweeps find that no message told: a platform that calls from another address, or no longer.
   * The money is in the books all the same; the messages must come back.
   */
  #watchSweeps({ name }: Stage, { timed }: JobsStack): void {
    const sweeps = timed.find(({ area }) => area.node.id === 'payments-scheduled');
    if (!sweeps) throw new Error('no sweeps');
    const watched = [
      { id: 'MissedWebhooks', field: 'missed', article: 'missed-webhooks', periods: 1 },
      { id: 'FailedSweeps', field: 'failed', article: 'failed-sweeps', periods: 4 },
      { id: 'SweepsBehind', field: 'behind', article: 'failed-sweeps', periods: 4 },
      { id: 'StuckEvents', field: 'stuck', article: 'stuck-events', periods: 1 },
    ] as const;
    for (const { id, field, article, periods } of watched) {
      const filter = new MetricFilter(this, id, {
        logGroup: sweeps.area.logs,
        filterPattern: FilterPattern.stringValue('$.message', '=', 'sweep'),
        metricNamespace: `Tirelire/${name}`,
        metricName: id,
        metricValue: `$.${field}`,
      });
      this.#watch(`${id}Alarm`, {
        article,
        metric: filter.metric({ period: Duration.minutes(15), statistic: 'Sum' }),
        above: 0,
        periods,
      });
    }
  }

  #watchCost({ name, alarmMail, monthlyBudgetDollars }: Stage): void {
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: `tirelire-${name}`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: monthlyBudgetDollars, unit: 'USD' },
      },
      notificationsWithSubscribers: [50, 80, 100].map((threshold) => ({
        notification: {
          notificationType: 'ACTUAL',
          comparisonOperator: 'GREATER_THAN',
          threshold,
          thresholdType: 'PERCENTAGE',
        },
        subscribers: [{ subscriptionType: 'EMAIL', address: alarmMail }],
      })),
    });
  }
}
