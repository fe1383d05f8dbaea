import * as z from 'zod';
import { cents } from '#shared/domain/money.ts';
import { day } from '#shared/domain/dates.ts';
import {
  entryKinds,
  paymentMeans,
  type DraftEntry,
  type Entry,
  type PostedEntry,
} from '#shared/domain/ledger/entry.ts';
import type { MatchField } from '#shared/domain/bank/bank-entry.ts';
import { fiscalYearIdOf, type FiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { coopKeys } from './keys.ts';
import type { CoopScope } from './scope.ts';
import {
  deleteWhere,
  getItem,
  putAbsent,
  putAnyway,
  queryAll,
  queryPage,
  tableName,
  updateWhere,
  type Item,
  type Write,
} from './table.ts';
import { moveYear } from './years.ts';

const content = {
  id: z.string(),
  kind: z.literal('entry').transform(() => undefined),
  entryKind: z.enum(entryKinds),
  entryDate: z.string().transform(day),
  label: z.string(),
  counterparty: z.string().optional(),
  paymentMeans: z.enum(paymentMeans).optional(),
  chequeNumber: z.string().optional(),
  reference: z.string().optional(),
  attachmentIds: z.array(z.string()),
  noVoucherReason: z.string().optional(),
  voucherSha256: z.string().optional(),
  collectionId: z.string().optional(),
  reverses: z.string().optional(),
  corrects: z.string().optional(),
  lines: z.array(
    z.object({
      accountNumber: z.string(),
      side: z.enum(['debit', 'credit']),
      amountCents: z.int().transform(cents),
      projectId: z.string().optional(),
    }),
  ),
};

const entryItem = z.discriminatedUnion('status', [
  z.object({
    ...content,
    status: z.literal('draft'),
    version: z.int(),
    savedAt: z.string(),
    savedBy: z.string(),
  }),
  z.object({
    ...content,
    status: z.literal('posted'),
    fiscalYearId: z.string(),
    number: z.int(),
    postedAt: z.string(),
    postedBy: z.string(),
    salt: z.string(),
    seal: z.string(),
    reversedBy: z.string().optional(),
    bankMatchId: z.string().optional(),
    postalMatchId: z.string().optional(),
  }),
]);

/** An item of the table as an entry; throws on an item that is none: a defect. */
function entryOf(item: Item): Entry {
  const { kind: _, entryKind, ...entry } = entryItem.parse(item);
  return { ...entry, kind: entryKind };
}

type EntryItem = ReturnType<typeof itemOf>;

const itemOf = (scope: CoopScope, yearId: string, { kind, ...entry }: Entry) => ({
  ...coopKeys.entry(scope, yearId, entry.id),
  kind: 'entry',
  entryKind: kind,
  ...entry,
});

/**
 * Access pattern A3 (docs/data-model.md): an entry by its id, draft or posted. One read when the
 * id is new, two when it is not. Consistent: the answer decides whether money may be recorded.
 */
export async function findEntry(scope: CoopScope, entryId: string): Promise<Entry | undefined> {
  const guard = await getItem(coopKeys.entryGuard(scope, entryId));
  if (typeof guard?.['yearId'] !== 'string') return undefined;
  const item = await getItem(coopKeys.entry(scope, guard['yearId'], entryId));
  return item && entryOf(item);
}

/** Access pattern A4: the entries of a year, drafts included, a page at a time. */
export async function listEntriesPage(scope: CoopScope, yearId: string, after?: string) {
  const prefix = `ENTRY#${yearId}#`;
  const { items, next } = await queryPage(scope.pk, prefix, {
    limit: 300,
    after: after === undefined ? undefined : `${prefix}${after}`,
  });
  return { entries: items.map(entryOf), next: next?.slice(prefix.length) };
}

/** Access pattern A4: all the entries of a year, drafts included. */
export async function listEntries(scope: CoopScope, yearId: string): Promise<readonly Entry[]> {
  return (await queryAll(scope.pk, `ENTRY#${yearId}#`)).map(entryOf);
}

/** The posted entries among them, in the order of their numbers. */
export const postedAmong = (entries: readonly Entry[]): readonly PostedEntry[] =>
  entries
    .filter((entry) => entry.status === 'posted')
    .toSorted((one, other) => one.number - other.number);

/**
 * Appends posted entries to the books: each entry with its lines in ONE item, its guard, and the
 * year's counter and balances, all in the caller's transaction.
 *
 * The conditions repeat what `postEntry` decided on. If one fails (year closed, number taken, id
 * used meanwhile), `StaleRead`: the use case runs again on fresh data and the domain answers.
 */
export const appendEntries = (
  scope: CoopScope,
  year: FiscalYear,
  posted: readonly PostedEntry[],
  drafts: readonly DraftEntry[] = [],
): readonly Write[] => [
  moveYear(scope, year, posted),
  ...posted.flatMap((entry) =>
    appendEntry(
      scope,
      entry,
      drafts.find(({ id }) => id === entry.id),
    ),
  ),
];

function appendEntry(scope: CoopScope, entry: PostedEntry, draft?: DraftEntry): readonly Write[] {
  const { fiscalYearId: yearId } = entry;
  const item = itemOf(scope, yearId, entry);
  return draft ? replaceDraft(scope, item, yearId, draft) : putWithGuard(scope, item, yearId);
}

const guardOf = (scope: CoopScope, yearId: string, entryId: string) => ({
  ...coopKeys.entryGuard(scope, entryId),
  kind: 'entryGuard',
  yearId,
});

const putWithGuard = (scope: CoopScope, item: EntryItem, yearId: string): readonly Write[] => [
  putAbsent(item),
  putAbsent(guardOf(scope, yearId, item.id)),
];

/** Puts what a draft has become, even in another year, provided the draft has not changed. */
function replaceDraft(
  scope: CoopScope,
  item: EntryItem,
  yearId: string,
  draft: DraftEntry,
): readonly Write[] {
  const unchanged = unchangedDraft(draft);
  const draftYearId = fiscalYearIdOf(draft.entryDate);
  if (draftYearId === yearId)
    return [{ Put: { TableName: tableName(), Item: item, ...unchanged } }];
  return [
    putAbsent(item),
    putAnyway(guardOf(scope, yearId, item.id)),
    deleteWhere(coopKeys.entry(scope, draftYearId, draft.id), unchanged),
  ];
}

/** Keeps a draft, in place of the version it was made from; `previous` absent for a new one. */
export function keepDraft(
  scope: CoopScope,
  draft: DraftEntry,
  previous?: DraftEntry,
): readonly Write[] {
  const yearId = fiscalYearIdOf(draft.entryDate);
  const item = itemOf(scope, yearId, draft);
  return previous ? replaceDraft(scope, item, yearId, previous) : putWithGuard(scope, item, yearId);
}

const unchangedDraft = ({ version }: DraftEntry) => ({
  ConditionExpression: '#status = :draft AND version = :version',
  ExpressionAttributeNames: { '#status': 'status' },
  ExpressionAttributeValues: { ':draft': 'draft', ':version': version },
});

/** Discards a draft that did not change meanwhile; its id may be used again. */
export const discardDraft = (scope: CoopScope, draft: DraftEntry): readonly Write[] => [
  deleteWhere(
    coopKeys.entry(scope, fiscalYearIdOf(draft.entryDate), draft.id),
    unchangedDraft(draft),
  ),
  deleteWhere(coopKeys.entryGuard(scope, draft.id), {
    ConditionExpression: 'attribute_exists(pk)',
  }),
];

/** Links an entry to the one that reversed it: at most once, and not while a bank line holds it. */
export const markReversed = (scope: CoopScope, entry: PostedEntry, reversalId: string): Write =>
  updateWhere(coopKeys.entry(scope, entry.fiscalYearId, entry.id), {
    UpdateExpression: 'SET reversedBy = :reversal',
    ConditionExpression:
      '#status = :posted AND attribute_not_exists(reversedBy) ' +
      'AND attribute_not_exists(bankMatchId) AND attribute_not_exists(postalMatchId)',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':posted': 'posted', ':reversal': reversalId },
  });

/** The match of an entry on one of its accounts. */
interface EntryMatch {
  readonly matchId: string;
  readonly field: MatchField;
}

/** Gives an entry to a match with a line of the bank: at most one, and never a reversed entry. */
export const markMatched = (
  scope: CoopScope,
  entry: Pick<PostedEntry, 'id' | 'fiscalYearId'>,
  { matchId, field }: EntryMatch,
): Write =>
  updateWhere(coopKeys.entry(scope, entry.fiscalYearId, entry.id), {
    UpdateExpression: 'SET #field = :match',
    ConditionExpression:
      '#status = :posted AND attribute_not_exists(reversedBy) AND attribute_not_exists(#field)',
    ExpressionAttributeNames: { '#status': 'status', '#field': field },
    ExpressionAttributeValues: { ':posted': 'posted', ':match': matchId },
  });

/** Frees an entry that this very match holds. */
export const unmarkMatched = (
  scope: CoopScope,
  entry: Pick<PostedEntry, 'id' | 'fiscalYearId'>,
  { matchId, field }: EntryMatch,
): Write =>
  updateWhere(coopKeys.entry(scope, entry.fiscalYearId, entry.id), {
    UpdateExpression: 'REMOVE #field',
    ConditionExpression: '#field = :match',
    ExpressionAttributeNames: { '#field': field },
    ExpressionAttributeValues: { ':match': matchId },
  });
