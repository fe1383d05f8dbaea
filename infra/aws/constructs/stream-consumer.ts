import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  MetricType,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { StreamedKind } from '#shared/contract/background.ts';
import type { FunctionName } from '../functions.ts';
import { AreaFunction, type FunctionsOf } from './area-function.ts';
import { DeadLetters } from './dead-letters.ts';

export interface StreamConsumerProps {
  readonly functionName: FunctionName;
  /** Only written items of these kinds wake the function. */
  readonly kinds: readonly StreamedKind[];
}

/**
 * A function fed by the table's stream, in order per partition. A batch that fails is halved until
 * the one bad record is alone, which is tried again and then put aside: it blocks nobody.
 */
export class StreamConsumer extends Construct {
  readonly area: AreaFunction;
  readonly deadLetters: DeadLetters;

  constructor(
    scope: Construct,
    id: string,
    { functionName, kinds }: StreamConsumerProps,
    of: FunctionsOf,
  ) {
    super(scope, id);
    const { table, key } = of.data;
    const { tableStreamArn } = table;
    if (tableStreamArn === undefined) throw new Error('the table has no stream');
    this.area = new AreaFunction(this, functionName, of);
    this.deadLetters = new DeadLetters(this, 'DeadLetters', { key });
    this.deadLetters.letSend(this.area.lambda.role);
    this.#readStream(tableStreamArn);
    new EventSourceMapping(this, 'Stream', {
      target: this.area.lambda,
      eventSourceArn: tableStreamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 25,
      maxBatchingWindow: Duration.seconds(1),
      parallelizationFactor: 4,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 8,
      maxRecordAge: Duration.hours(12),
      onFailure: this.deadLetters.onFailure,
      filters: [
        FilterCriteria.filter({
          dynamodb: { NewImage: { kind: { S: FilterRule.or(...kinds) } } },
        }),
      ],
      metricsConfig: { metrics: [MetricType.EVENT_COUNT] },
    });
  }

  #readStream(streamArn: string): void {
    const role = this.area.lambda.role;
    role?.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [streamArn],
      }),
    );
    // Streams are listed by account: this action takes no resource.
    role?.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }),
    );
  }
}
