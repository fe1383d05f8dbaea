import * as z from 'zod';
import { matchFields } from '#shared/domain/bank/bank-entry.ts';
import { coopKeys } from './keys.ts';
import type { CoopScope } from './scope.ts';
import { deleteWhere, getItem, putAbsent, queryAll, type Write } from './table.ts';

const matchContent = {
  id: z.string(),
  bankAccountId: z.string(),
  lineIds: z.array(z.string()),
  /** Each entry with its year, and where it keeps the match. */
  entries: z.array(
    z.object({ id: z.string(), fiscalYearId: z.string(), field: z.enum(matchFields) }),
  ),
  madeAt: z.string(),
  madeBy: z.string(),
  /** Nobody looked at it: it was made with others, and why. */
  automatic: z.object({ batchId: z.string(), reasons: z.array(z.string()) }).optional(),
};
const matchItem = z.object(matchContent);
const undoneItem = z.object({ ...matchContent, undoneAt: z.string(), undoneBy: z.string() });

/** Lines of the bank that are entries of the books. */
export type Match = z.output<typeof matchItem>;

/** A match that somebody took back: only its trace is left. */
export type UndoneMatch = z.output<typeof undoneItem>;

/** Access pattern A46 (docs/data-model.md): a match by its id. */
export async function findMatch(scope: CoopScope, id: string): Promise<Match | undefined> {
  const item = await getItem(coopKeys.match(scope, id));
  return item && matchItem.parse(item);
}

/** Access pattern A47: the matches of a cooperative. */
export async function listMatches(scope: CoopScope): Promise<readonly Match[]> {
  return (await queryAll(scope.pk, 'MATCH#')).map((item) => matchItem.parse(item));
}

/** Access pattern A48: the matches of a bank account that were taken back. */
export async function listUndoneMatches(
  scope: CoopScope,
  bankAccountId: string,
): Promise<readonly UndoneMatch[]> {
  return (await queryAll(scope.pk, `UNDONEMATCH#${bankAccountId}#`)).map((item) =>
    undoneItem.parse(item),
  );
}

export const keepMatch = (scope: CoopScope, match: Match): Write =>
  putAbsent({ ...coopKeys.match(scope, match.id), kind: 'match', ...match });

/** Takes a match back, and keeps its trace. */
export const removeMatch = (
  scope: CoopScope,
  match: Match,
  undone: Pick<UndoneMatch, 'undoneAt' | 'undoneBy'>,
): readonly Write[] => [
  deleteWhere(coopKeys.match(scope, match.id), { ConditionExpression: 'attribute_exists(pk)' }),
  putAbsent({
    ...coopKeys.undoneMatch(scope, match.bankAccountId, match.id),
    kind: 'undoneMatch',
    ...match,
    ...undone,
  }),
];
