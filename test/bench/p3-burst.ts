import { ulid } from 'ulid';
import { listEntries, postedAmong } from '#functions/stores/entries.ts';
import { inboxPartition } from '#functions/stores/keys.ts';
import { movementsOf } from '#shared/domain/ledger/post-entry.ts';
import { coopScopeOf, type CoopScope } from '#functions/stores/scope.ts';
import { putNew, queryAll } from '#functions/stores/table.ts';
import { findYear } from '#functions/stores/years.ts';
import { newCoop } from '#test/support/calls.ts';
import {
  chargeOf,
  payoutPaid,
  shuffled,
  succeeded,
  type Delivery,
} from '#test/support/messages.ts';
import {
  deliver,
  newCollection,
  newEndpoint,
  startPlatform,
  workOnInbox,
} from '#test/support/platform.ts';

/**
 * P3, in a process of its own: a burst of webhooks over many cooperatives, one in ten twice,
 * shuffled. `BENCH_WEBHOOKS` of them are received (8 000, a minute on two idle cores; 20 000 for a
 * thousand cooperatives take two and a half), then the books of `BENCH_WORKED`
 * cooperatives (20) are written and counted again.
 */
const total = Number(process.env['BENCH_WEBHOOKS'] ?? 8_000);
const coops = Math.max(1, Math.round(total / 20));
const worked = Math.min(coops, Number(process.env['BENCH_WORKED'] ?? 20));
const inFlight = 32;

interface Sent {
  readonly token: string;
  readonly delivery: Delivery;
}

/** Eighteen messages and two of them again: seventeen payments and their payout. */
function messagesOf(): readonly Delivery[] {
  const charges = Array.from({ length: 17 }, (_, index) =>
    chargeOf(index, undefined, { gross: 4_500 + index, fee: 88, campaign: 'Classe de mer CM2' }),
  );
  const all = [...charges.map(succeeded), payoutPaid('jp_1', charges)];
  return [...all, ...all.slice(16)];
}

async function inParallel<Value>(
  values: readonly Value[],
  work: (value: Value) => Promise<unknown>,
): Promise<number> {
  const startedAt = performance.now();
  const rest = values.values();
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      for (const value of rest) await work(value);
    }),
  );
  return values.length / ((performance.now() - startedAt) / 1000);
}

const stop = await startPlatform();
const scopes: CoopScope[] = [];
const sent: Sent[] = [];
for (let index = 0; index < coops; index += 1) {
  const scope =
    index < worked ? await newCoop() : coopScopeOf('06', `burst-${ulid().toLowerCase()}`);
  if (index < worked) await newCollection(scope, { families: 1 });
  const token = await newEndpoint(scope);
  scopes.push(scope);
  sent.push(...messagesOf().map((delivery) => ({ token, delivery })));
}
const burst = shuffled(sent, 'burst');
const half = Math.floor(burst.length / 2);
/** Answers that were not 200, by status: a platform sends such a message again. */
const refused = new Map<number, number>();
const receive = async ({ token, delivery: [id, content] }: Sent): Promise<void> => {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const status = await deliver(token, id, content);
    if (status === 200) return;
    refused.set(status, (refused.get(status) ?? 0) + 1);
  }
};
const heapMiB = (): number => Math.round(process.memoryUsage().heapUsed / 2 ** 20);
const bareItem = (size: number) => ({
  pk: 'BENCH',
  sk: ulid(),
  kind: 'bench',
  payload: 'x'.repeat(size),
});
const bare = (values: readonly Sent[]) => inParallel(values, () => putNew(bareItem(700)));
// Interleaved: the machine is as busy for one as for the other.
const bareFirst = await bare(burst.slice(0, half));
const first = await inParallel(burst.slice(0, half), receive);
const heapHalf = heapMiB();
const bareSecond = await bare(burst.slice(half));
const second = await inParallel(burst.slice(half), receive);
const heapEnd = heapMiB();
const ratio = Math.min(first / bareFirst, second / bareSecond);
const kept = (
  await Promise.all(scopes.map((scope) => queryAll(inboxPartition(scope), 'INBOX#')))
).map((events) => events.length);
const lost = kept.reduce((sum, count) => sum + (18 - count), 0);
console.log(
  `P3 ${burst.length} webhooks, ${coops} coops: ${lost} lost, sent again ${JSON.stringify([...refused])}; ` +
    `${ratio.toFixed(2)} of bare conditional puts (goal ≥ 0.5), heap ${heapHalf} → ${heapEnd} MiB`,
);
let wrong = 0;
await inParallel(scopes.slice(0, worked), async (scope) => {
  await workOnInbox(scope);
  await workOnInbox(scope);
  const [year, entries] = await Promise.all([findYear(scope, '2025'), listEntries(scope, '2025')]);
  const refolded = movementsOf({ lines: postedAmong(entries).flatMap(({ lines }) => lines) });
  const same = Object.entries(refolded).every(
    ([account, amount]) => year?.balanceCents[account] === amount,
  );
  if (!same || entries.length !== 1) wrong += 1;
});
console.log(
  `P3 books of ${worked} coops counted again: ${wrong} lost, double or different (goal 0)`,
);
stop();
process.exit(0);
