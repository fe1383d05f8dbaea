import * as z from 'zod';
import { matchFields } from '#shared/domain/bank/bank-entry.ts';
import { coopKeys } from './keys.ts';
import type { CoopScope } from './scope.ts';
import { deleteWhere, getItem, putAbsent, queryAll, type Write } from './table.ts';

const matchItem = z.object({
  id: z.string(),
  bankAccountId: z.string(),
  lineId: z.string(),
  entryId: z.string(),
  fiscalYearId: z.string(),
  /** Where the entry keeps it. */
  field: z.enum(matchFields),
  madeAt: z.string(),
  madeBy: z.string(),
});

/** One line of the bank that is one entry of the books. */
export type Match = z.output<typeof matchItem>;

/** Access pattern A46 (docs/data-model.md): a match by its id. */
export async function findMatch(scope: CoopScope, id: string): Promise<Match | undefined> {
  const item = await getItem(coopKeys.match(scope, id));
  return item && matchItem.parse(item);
}

/** Access pattern A47: the matches of a cooperative. */
export async function listMatches(scope: CoopScope): Promise<readonly Match[]> {
  return (await queryAll(scope.pk, 'MATCH#')).map((item) => matchItem.parse(item));
}

export const keepMatch = (scope: CoopScope, match: Match): Write =>
  putAbsent({ ...coopKeys.match(scope, match.id), kind: 'match', ...match });

export const removeMatch = (scope: CoopScope, match: Match): Write =>
  deleteWhere(coopKeys.match(scope, match.id), { ConditionExpression: 'attribute_exists(pk)' });
