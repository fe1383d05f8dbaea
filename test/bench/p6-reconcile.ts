import { readStatement } from '#shared/domain/bank/reading/read-statement.ts';
import { addDays } from '#shared/domain/dates.ts';
import { cfonbOf } from '#test/support/statements.ts';
import { caseOf, type Case } from './matching/case.ts';
import { ours } from './matching/ours.ts';

/** As many lines as asked in one account, the years of several cooperatives one before the other. */
function longCase(lineCount: number): Case {
  const years: Case[] = [];
  for (let seed = 0; years.reduce((sum, { lines }) => sum + lines.length, 0) < lineCount; seed += 1)
    years.push(yearsBefore(caseOf(2_000 + seed, 'ordinary'), seed % 20, seed));
  return {
    lines: years.flatMap(({ lines }) => lines).slice(0, lineCount),
    entries: years.flatMap(({ entries }) => entries),
    periods: years.flatMap(({ periods }) => periods),
    truths: [],
    classes: new Map(),
  };
}

function yearsBefore(
  { lines, entries, periods, ...rest }: Case,
  years: number,
  seed: number,
): Case {
  const moved = <Row extends { readonly id: string; readonly date: Case['lines'][number]['date'] }>(
    row: Row,
  ) => ({
    ...row,
    id: `${seed}-${row.id}`,
    date: addDays(row.date, -364 * years),
  });
  const untold = periods.map(({ from, to }) => ({
    from: addDays(from, -364 * years),
    to: addDays(to, -364 * years),
    openingBalanceCents: 0,
    closingBalanceCents: 0,
  }));
  return { ...rest, lines: lines.map(moved), entries: entries.map(moved), periods: untold };
}

/** P6: the time of the processor to read a statement and to match all its lines. */
export function reconcileTimes(): void {
  const time = (lineCount: number): number => {
    const one = longCase(lineCount);
    const operations = one.lines.map(({ date, amountCents, label }) => ({
      date,
      cents: amountCents,
      label: label.slice(0, 31),
    }));
    const bytes = new TextEncoder().encode(
      cfonbOf({ from: '2006-01-01', to: '2026-12-31', openingCents: 0, operations }),
    );
    const started = process.cpuUsage();
    readStatement(bytes);
    ours(one);
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1_000;
  };
  time(1_000);
  const [small = 1, large = 1] = [1_000, 10_000].map((count) =>
    Math.min(time(count), time(count), time(count)),
  );
  console.log(
    `P6 read and match 10 000 lines: ${large.toFixed(0)} ms of processor (goal ≤ 1 000); ${(large / small).toFixed(1)} × 1 000 lines (goal ≤ 12)`,
  );
}
