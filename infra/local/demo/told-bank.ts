import { identified } from '#shared/domain/bank/dedupe.ts';
import { addDays, type Day } from '#shared/domain/dates.ts';
import { sumCents, type Cents } from '#shared/domain/money.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import type { ImportedLine, ImportedStatement } from '#functions/stores/statements.ts';
import type { Books } from './books.ts';
import { bankLineOf } from './bank-lines.ts';

/** A line of the bank and the entry it shows. */
export interface ToldLine {
  readonly line: ImportedLine;
  readonly entryId: string;
}

/** All that the bank will ever show of some books, oldest first. */
export function toldLines(books: Books, seed: string): readonly ToldLine[] {
  const shown = books.entries
    .flatMap((entry) => {
      const line = bankLineOf(entry);
      return line ? [{ ...line, entryId: entry.id }] : [];
    })
    .toSorted((one, other) => one.date.localeCompare(other.date));
  const fileSha256 = sha256Hex(`statement ${seed} ${books.year.id}`);
  return identified(shown, 'cfonb120', sha256Hex).map(({ id, line: { entryId, ...line } }) => ({
    entryId,
    line: { ...line, id, fileSha256, format: 'cfonb120' },
  }));
}

/** The statement of a whole year, from what the bank held before it. */
export function yearStatement(
  { startOn, endOn }: { readonly startOn: Day; readonly endOn: Day },
  lines: readonly ImportedLine[],
  openingCents: Cents,
): ImportedStatement {
  const fileSha256 = lines[0]?.fileSha256 ?? sha256Hex(`statement ${startOn}`);
  return {
    id: `${endOn}.${fileSha256.slice(0, 20)}.0`,
    fileSha256,
    openingCents,
    closingCents: sumCents([openingCents, ...lines.map(({ amountCents }) => amountCents)]),
    closingOn: endOn,
    from: addDays(startOn, 0),
    to: endOn,
    lineCount: lines.length,
    newLineCount: lines.length,
    balanceCheck: 'agrees',
  };
}
