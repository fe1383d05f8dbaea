import { AsyncLocalStorage } from 'node:async_hooks';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Scheduler } from 'fast-check';
import { vi } from 'vitest';

type Send = (this: unknown, command: object, ...rest: readonly unknown[]) => Promise<unknown>;

interface Racer {
  readonly name: string;
  /** How many of its calls wait before the table. */
  waiting: number;
  /** Says that it waits before the table, or has ended. */
  rests: () => void;
}

const racing = new AsyncLocalStorage<Racer>();

/** Told the next time that a racer waits before the table or ends. */
const nextRest = (racer: Racer): Promise<void> =>
  new Promise((resolve) => {
    racer.rests = resolve;
  });

/**
 * Runs real code side by side, one call of the table at a time: whenever a racer asks the table for
 * something it waits, and the scheduler draws who goes on. The racer drawn runs alone until it asks
 * again or ends, so that a seed plays the same race again; who must try again does so at once.
 */
export async function raceOnTable(
  scheduler: Scheduler,
  racers: Readonly<Record<string, () => Promise<unknown>>>,
): Promise<void> {
  const documents = DynamoDBDocumentClient.prototype;
  const whole = Reflect.get(documents, 'send') as Send;
  const waitForTurn: Send = function (command, ...rest) {
    const racer = racing.getStore();
    if (!racer) return whole.call(this, command, ...rest);
    let answer: Promise<unknown> = Promise.resolve();
    const turn = async (goOn: () => Promise<void>): Promise<void> => {
      racer.waiting -= 1;
      const rested = nextRest(racer);
      answer = whole.call(this, command, ...rest);
      await Promise.allSettled([answer]);
      await goOn();
      if (racer.waiting === 0) await rested;
    };
    racer.waiting += 1;
    racer.rests();
    const label = `${racer.name} ${command.constructor.name}`;
    return scheduler.schedule(Promise.resolve(), label, undefined, turn).then(() => answer);
  };
  const send = vi.spyOn(documents, 'send').mockImplementation(waitForTurn as never);
  const jitter = vi.spyOn(Math, 'random').mockReturnValue(0);
  try {
    const running = Object.entries(racers).map(([name, run]) => {
      const racer: Racer = { name, waiting: 0, rests: () => undefined };
      const ready = nextRest(racer);
      const ended = racing.run(racer, run).finally(() => racer.rests());
      return { ready, ended };
    });
    await Promise.all(running.map(({ ready }) => ready));
    await scheduler.waitFor(Promise.all(running.map(({ ended }) => ended)));
  } finally {
    send.mockRestore();
    jitter.mockRestore();
  }
}
