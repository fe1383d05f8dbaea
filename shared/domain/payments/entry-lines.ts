import type { Collection } from '../collections/collection.ts';
import type { EntryLine, Side } from '../ledger/entry.ts';
import { cents, sumCents, type Cents } from '../money.ts';
import type { Movement } from './movement.ts';

/** What an entry needs of a collecte. */
export type CollectionOfEntry = Pick<Collection, 'id' | 'title' | 'accountNumber' | 'projectId'>;

/** Finds the collecte of a movement's payment; undefined while it belongs to none. */
export type FindCollection<M extends Movement = Movement> = (
  movement: M,
) => CollectionOfEntry | undefined;

/** A debit of a positive amount, a credit of a negative one, nothing for zero. */
export const sideOf = (accountNumber: string, amount: Cents): readonly EntryLine[] =>
  amount === 0
    ? []
    : [
        {
          accountNumber,
          side: amount > 0 ? 'debit' : 'credit',
          amountCents: cents(Math.abs(amount)),
        },
      ];

/**
 * One line per collecte: what families paid on the credit side, what went back on the debit.
 */
export function incomeLines<M extends Movement>(
  lines: readonly M[],
  findCollection: FindCollection<M>,
  side: Side,
): readonly EntryLine[] {
  const chosen = lines.filter(({ grossCents }) =>
    side === 'credit' ? grossCents > 0 : grossCents < 0,
  );
  const collections = new Map(
    chosen.map((line) => [findCollection(line)?.id ?? '', findCollection(line)]),
  );
  return [...collections.values()]
    .filter((collection) => collection !== undefined)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id, accountNumber, projectId }) => ({
      accountNumber,
      side,
      amountCents: cents(
        Math.abs(
          sumCents(
            chosen
              .filter((line) => findCollection(line)?.id === id)
              .map(({ grossCents }) => grossCents),
          ),
        ),
      ),
      projectId,
    }));
}
