import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { schedules, streamConsumers } from '#shared/contract/background.ts';
import type { FunctionsOf } from '../constructs/area-function.ts';
import { StreamConsumer } from '../constructs/stream-consumer.ts';
import { TimedFunction, type TimedFunctionProps } from '../constructs/timed-function.ts';

/** What does not answer at once: the workers of the table's stream, and what has an hour. */
export class JobsStack extends Stack {
  readonly consumers: readonly StreamConsumer[];
  readonly timed: readonly TimedFunction[];

  constructor(scope: Construct, id: string, of: FunctionsOf) {
    super(scope, id, { env: of.stage.env });
    this.consumers = streamConsumers.map(
      (consumer) => new StreamConsumer(this, `Stream-${consumer.functionName}`, consumer, of),
    );
    this.timed = timedFunctions().map(
      (timed) => new TimedFunction(this, `Timed-${timed.schedules[0].name}`, timed, of),
    );
  }
}

/** The functions that start by themselves, each with all its schedules. */
function timedFunctions(): readonly TimedFunctionProps[] {
  const names = new Set(schedules.map(({ functionName }) => functionName));
  return [...names].flatMap((functionName) => {
    const [first, ...others] = schedules.filter((one) => one.functionName === functionName);
    return first ? [{ functionName, schedules: [first, ...others] as const }] : [];
  });
}
