import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import type { PostedEntry } from '#shared/domain/ledger/entry.ts';
import { operatingStatementOf, refoldCrf } from '#shared/domain/reports/operating-statement.ts';
import { listEntries, postedAmong } from '#functions/stores/entries.ts';
import { findYear } from '#functions/stores/years.ts';
import { newCoop } from '#test/support/calls.ts';
import type { Counts } from './counting-proxy.ts';
import { fill } from './p1-post-entry.ts';
import { ratioOf } from './ratio.ts';

interface Line {
  readonly accountNumber: string;
  readonly side: string;
  readonly amountCents: number;
}

/** The yardstick: what the simplest code does with the same text. */
function plainFold(text: string): Readonly<Record<string, number>> {
  const totals: Record<string, number> = {};
  for (const { lines } of JSON.parse(text) as { lines: Line[] }[])
    for (const { accountNumber, side, amountCents } of lines)
      totals[accountNumber] =
        (totals[accountNumber] ?? 0) + (side === 'debit' ? amountCents : -amountCents);
  return totals;
}

/** P4: the amounts of a CRF from the balances, and counted again from the entries as a proof. */
export async function crfRatios(take: () => Promise<Counts>): Promise<void> {
  const scope = await newCoop();
  const years = [];
  let filled = 0;
  for (const size of [1_000, 10_000]) {
    await fill(scope, filled, size);
    filled = size;
    await take();
    const year = await findYear(scope, '2025');
    const { reads, requests } = await take();
    if (!year) throw new Error('no year');
    years.push(year);
    console.log(`P4 amounts of the CRF at ${size} entries: ${reads} read in ${requests} request`);
  }
  const [small, large] = years;
  const growth = ratioOf(
    () => operatingStatementOf(large?.balanceCents ?? {}, chart2024),
    () => operatingStatementOf(small?.balanceCents ?? {}, chart2024),
    200,
  );
  const entries = postedAmong(await listEntries(scope, '2025'));
  const text = JSON.stringify(entries);
  const refold = ratioOf(
    () => refoldCrf(JSON.parse(text) as PostedEntry[], chart2024),
    () => plainFold(text),
  );
  const same =
    JSON.stringify(refoldCrf(entries, chart2024)) ===
    JSON.stringify(operatingStatementOf(large?.balanceCents ?? {}, chart2024));
  console.log(`P4 from balances, time at 10 000 entries / at 1 000: ${growth.text} (goal ≤ 1.1)`);
  console.log(
    `P4 counted again from 10 000 entries / plain JSON fold: ${refold.text} (goal ≤ 1.5)`,
  );
  console.log(`P4 both give the same report to the cent: ${same ? 'yes' : 'NO'}`);
}
