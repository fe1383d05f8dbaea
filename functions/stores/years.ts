import * as z from 'zod';
import { cents } from '#shared/domain/money.ts';
import { day } from '#shared/domain/dates.ts';
import type { FiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { movementsOf } from '#shared/domain/ledger/post-entry.ts';
import type { PostedEntry } from '#shared/domain/ledger/entry.ts';
import { coopKeys } from './keys.ts';
import type { CoopScope } from './scope.ts';
import {
  checkWhere,
  getItem,
  putAbsent,
  queryAll,
  updateWhere,
  type Item,
  type Write,
} from './table.ts';

const yearItem = z.object({
  id: z.string(),
  startOn: z.string().transform(day),
  endOn: z.string().transform(day),
  status: z.enum(['open', 'closed']),
  isOpening: z.boolean().optional(),
  lastNumber: z.int(),
  headSeal: z.string(),
  balanceCents: z.record(z.string(), z.int().transform(cents)),
  lastPostedAt: z.string(),
});

const yearOf = (item: Item): FiscalYear => yearItem.parse(item);

/** Access pattern A1 (docs/data-model.md): a year with its counter and its balances. */
export async function findYear(scope: CoopScope, yearId: string): Promise<FiscalYear | undefined> {
  const item = await getItem(coopKeys.year(scope, yearId));
  return item && yearOf(item);
}

/** Access pattern A2: the years of a cooperative, oldest first. */
export async function listYears(scope: CoopScope): Promise<readonly FiscalYear[]> {
  return (await queryAll(scope.pk, 'YEAR#')).map(yearOf);
}

/** Opens the year; the transaction fails if it exists. */
export const openYear = (scope: CoopScope, year: FiscalYear): Write =>
  putAbsent({ ...coopKeys.year(scope, year.id), kind: 'year', ...year });

/**
 * Moves the counter, the seal and the balances of the year by the entries just posted. The
 * opening entry is the first of them, so the year is opened in full from then on. The condition
 * repeats what the postings were decided on: year open, and nobody posted meanwhile.
 */
export function moveYear(
  scope: CoopScope,
  before: FiscalYear,
  posted: readonly PostedEntry[],
): Write {
  const last = posted.at(-1);
  if (!last) throw new RangeError('no entry to move the year by');
  const moves = movementsOf({ lines: posted.flatMap((entry) => entry.lines) });
  const accounts = Object.keys(moves);
  return updateWhere(coopKeys.year(scope, before.id), {
    UpdateExpression:
      'SET lastNumber = :number, headSeal = :seal, lastPostedAt = :at ' +
      'REMOVE isOpening ' +
      `ADD ${accounts.map((_, index) => `balanceCents.#a${index} :a${index}`).join(', ')}`,
    ConditionExpression: '#status = :open AND lastNumber = :before',
    ExpressionAttributeNames: {
      '#status': 'status',
      ...Object.fromEntries(accounts.map((account, index) => [`#a${index}`, account])),
    },
    ExpressionAttributeValues: {
      ':open': 'open',
      ':before': before.lastNumber,
      ':number': last.number,
      ':seal': last.seal,
      ':at': last.postedAt,
      ...Object.fromEntries(accounts.map((account, index) => [`:a${index}`, moves[account]])),
    },
  });
}

/** Requires that nothing was posted in the year since it was read. */
export const yearUnchanged = (scope: CoopScope, { id, lastNumber }: FiscalYear): Write =>
  checkWhere(coopKeys.year(scope, id), {
    ConditionExpression: 'lastNumber = :number',
    ExpressionAttributeValues: { ':number': lastNumber },
  });

/** Requires that the year was not opened meanwhile. */
export const yearStillAbsent = (scope: CoopScope, yearId: string): Write =>
  checkWhere(coopKeys.year(scope, yearId), { ConditionExpression: 'attribute_not_exists(pk)' });

/** Closes the year, provided nothing was posted since it was read. */
export const closeYear = (scope: CoopScope, year: FiscalYear): Write =>
  updateWhere(coopKeys.year(scope, year.id), {
    UpdateExpression: 'SET #status = :closed',
    ConditionExpression: '#status = :open AND lastNumber = :number',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':closed': 'closed', ':open': 'open', ':number': year.lastNumber },
  });

/** Opens a closed year again: only the head office may, by returning a CRF. */
export const reopenYear = (scope: CoopScope, yearId: string): Write =>
  updateWhere(coopKeys.year(scope, yearId), {
    UpdateExpression: 'SET #status = :open',
    ConditionExpression: '#status = :closed',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':closed': 'closed', ':open': 'open' },
  });
