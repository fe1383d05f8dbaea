import { ulid } from 'ulid';
import { postEntryEndpoint } from '#shared/contract/ledger/post-entry.ts';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import { postEntry } from '#functions/ledger/post-entry.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { callOf } from './calls.ts';

type SimpleEntry = ReturnType<typeof postEntryEndpoint.request.parse>['entry'];

const cardExpense = {
  kind: 'expense',
  entryDate: '2026-03-12',
  label: 'Bus pour le musée',
  treasuryAccountNumber: '512',
  paymentMeans: 'card',
  attachmentIds: [],
  noVoucherReason: 'Ticket perdu',
  splits: [{ accountNumber: '6180', amountCents: 1_850 }],
} as const;

/** A simple entry as a form would send it, with what the test changes in it. */
export const simpleEntry = (change: Readonly<Record<string, unknown>> = {}): SimpleEntry =>
  postEntryEndpoint.request.parse({ id: ulid(), entry: { ...cardExpense, ...change } }).entry;

/** Posts a simple entry in the books of the cooperative; throws when it is refused. */
export async function posted(scope: CoopScope, change: Readonly<Record<string, unknown>> = {}) {
  const body = { id: ulid(), entry: simpleEntry(change) };
  const params = { coopId: scope.coopId };
  const result = await runAgainIfStale(() =>
    postEntry(callOf(postEntryEndpoint, { scope, params, body })),
  );
  if (!result.ok) throw new Error(result.rejection);
  return result.value;
}
