import { ulid } from 'ulid';
import { cents } from '#shared/domain/money.ts';
import { day } from '#shared/domain/dates.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import type { EntryContent } from '#shared/domain/ledger/entry.ts';
import { postAll } from '#shared/domain/ledger/post-all.ts';
import { postingBy } from '#functions/platform/posting.ts';
import { appendEntries } from '#functions/stores/entries.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import { findYear } from '#functions/stores/years.ts';
import { newCoop, now } from '#test/support/calls.ts';
import { posted } from '#test/support/entries.ts';
import type { Counts } from './counting-proxy.ts';

const today = day('2026-03-16');

const content = (index: number): EntryContent => ({
  id: ulid(),
  kind: 'income',
  entryDate: day('2026-02-10'),
  label: `Participation ${index}`,
  paymentMeans: 'transfer',
  attachmentIds: [],
  lines: [
    { accountNumber: '512', side: 'debit', amountCents: cents(1_000 + index) },
    { accountNumber: '7562', side: 'credit', amountCents: cents(1_000 + index) },
  ],
});

const perTransaction = 40;

export async function fill(scope: CoopScope, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += perTransaction) {
    const year = await findYear(scope, '2025');
    if (!year) throw new Error('no year');
    const contents = Array.from({ length: Math.min(perTransaction, to - start) }, (_, index) =>
      content(start + index),
    );
    const result = postAll(contents, year, chart2024, () => postingBy('bench', now, today));
    if (!result.ok) throw new Error(result.rejection);
    await commit(appendEntries(scope, year, result.value));
  }
}

/** P1: what one posting asks of the table, with few entries and with many before it. */
export async function postEntryCounts(take: () => Promise<Counts>): Promise<void> {
  const scope = await newCoop();
  const rows: Counts[] = [];
  let size = 0;
  for (const target of [100, 10_000]) {
    await fill(scope, size, target);
    size = target + 1;
    await take();
    await posted(scope);
    const counts = await take();
    rows.push(counts);
    console.log(
      `P1 post an entry, ${target} before it: ${counts.reads} reads (${counts.readUnits} RRU), ` +
        `1 transaction of ${counts.actions} items, ${counts.writeUnits} WRU`,
    );
  }
  const [few, many] = rows;
  const same = JSON.stringify(few) === JSON.stringify(many);
  const within = rows.every(
    ({ reads, actions, writeUnits }) => reads <= 2 && actions <= 4 && writeUnits <= 8,
  );
  console.log(
    `P1 goal (≤ 2 reads, ≤ 4 items, ≤ 8 WRU, the same at both sizes): ${within && same ? 'held' : 'NOT HELD'}`,
  );
}
