import * as z from 'zod';
import { cents } from '#shared/domain/money.ts';
import type { CoopSummary, CrfSummary, LedgerSummary } from '#shared/domain/headoffice/summary.ts';
import type { Coop } from './coops.ts';
import { departmentKeys } from './keys.ts';
import { departmentScopeOf, type CoopScope, type DepartmentScope } from './scope.ts';
import { changeItem, queryAll, type Item } from './table.ts';

const profileSchema = z.object({
  coopId: z.string(),
  name: z.string(),
  city: z.string(),
  number: z.string(),
});

const ledgerSchema = z.object({
  lastNumber: z.int(),
  bankCents: z.int().transform(cents),
  cashCents: z.int().transform(cents),
  lastEntryOn: z.string().optional(),
});

const crfSchema = z.object({
  version: z.int(),
  status: z.enum(['submitted', 'returned', 'accepted']),
  submittedAt: z.string(),
});

/** Each year has its own attributes, so that each is guarded by its own version. */
const ledgerPrefix = 'ledger';
const crfPrefix = 'crf';

const yearsOf = <Part>(
  item: Item,
  prefix: string,
  parse: (value: unknown) => Part,
): Readonly<Record<string, Part>> =>
  Object.fromEntries(
    Object.entries(item)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), parse(value)]),
  );

const summaryOf = (item: Item): CoopSummary => ({
  ...profileSchema.parse(item),
  ledgers: yearsOf(item, ledgerPrefix, (value): LedgerSummary => ledgerSchema.parse(value)),
  crfs: yearsOf(item, crfPrefix, (value): CrfSummary => crfSchema.parse(value)),
});

/** Access pattern A60 (docs/data-model.md): the state of every cooperative of an association. */
export async function listSummaries(scope: DepartmentScope): Promise<readonly CoopSummary[]> {
  return (await queryAll(scope.pk, 'SUMMARY#')).map(summaryOf);
}

const keyOf = ({ department, coopId }: CoopScope) =>
  departmentKeys.summary(departmentScopeOf(department), coopId);

/** Names the cooperative; called before any other part, so that every summary has a name. */
export const keepProfile = (scope: CoopScope, { name, city, number }: Coop): Promise<boolean> =>
  changeItem(keyOf(scope), {
    UpdateExpression:
      'SET #kind = :kind, coopId = :coop, #name = :name, city = :city, #number = :number',
    ExpressionAttributeNames: { '#kind': 'kind', '#name': 'name', '#number': 'number' },
    ExpressionAttributeValues: {
      ':kind': 'summary',
      ':coop': scope.coopId,
      ':name': name,
      ':city': city,
      ':number': number,
    },
  });

/** Keeps the books of a year unless newer ones are there; false when they were. */
export const keepLedgerSummary = (
  scope: CoopScope,
  yearId: string,
  ledger: LedgerSummary,
): Promise<boolean> => keepNewest(scope, `${ledgerPrefix}${yearId}`, ledger, 'lastNumber');

/** Keeps the state of a CRF unless a newer one is there; false when it was. */
export const keepCrfSummary = (
  scope: CoopScope,
  yearId: string,
  crf: CrfSummary,
): Promise<boolean> => keepNewest(scope, `${crfPrefix}${yearId}`, crf, 'version');

/** The newest wins, by the number that only grows: a replay or a late arrival changes nothing. */
const keepNewest = <Version extends string>(
  scope: CoopScope,
  attribute: string,
  part: Readonly<Record<Version, number>>,
  version: Version,
): Promise<boolean> =>
  changeItem(keyOf(scope), {
    UpdateExpression: 'SET #part = :part',
    ConditionExpression: 'attribute_not_exists(#part) OR #part.#version < :version',
    ExpressionAttributeNames: { '#part': attribute, '#version': version },
    ExpressionAttributeValues: { ':part': part, ':version': part[version] },
  });
