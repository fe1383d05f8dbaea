import * as z from 'zod';
import { day } from '#shared/domain/dates.ts';
import type { CoopBanks } from '#shared/domain/headoffice/bank-register.ts';
import { departmentKeys } from './keys.ts';
import { departmentScopeOf, type CoopScope, type DepartmentScope } from './scope.ts';
import { changeItem, queryAll } from './table.ts';

const dayText = z.string().transform(day);

const accountSchema = z.object({
  id: z.string(),
  label: z.string(),
  bankName: z.string(),
  maskedRef: z.string(),
  openedOn: dayText.optional(),
  closedOn: dayText.optional(),
  signatoriesToldOn: dayText.optional(),
  lastStatementOn: dayText.optional(),
  lastMovementOn: dayText.optional(),
});

const roleSchema = z.object({
  name: z.string(),
  role: z.string(),
  from: z.string(),
  until: z.string().optional(),
});

const coopSchema = z.object({
  coopId: z.string(),
  name: z.string(),
  city: z.string(),
  number: z.string(),
  banks: z
    .object({ accounts: z.array(accountSchema), roles: z.array(roleSchema) })
    .default({ accounts: [], roles: [] }),
});

/** Access pattern A63 (docs/data-model.md): the bank accounts of every cooperative. */
export async function listCoopBanks(scope: DepartmentScope): Promise<readonly CoopBanks[]> {
  return (await queryAll(scope.pk, 'SUMMARY#')).map((item) => {
    const { banks, ...coop } = coopSchema.parse(item);
    return { ...coop, ...banks };
  });
}

/** Keeps the accounts and the mandates of a cooperative beside its summary, as they are now. */
export const keepBankSummary = (
  { department, coopId }: CoopScope,
  banks: Pick<CoopBanks, 'accounts' | 'roles'>,
): Promise<boolean> =>
  changeItem(departmentKeys.summary(departmentScopeOf(department), coopId), {
    UpdateExpression: 'SET banks = :banks',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':banks': banks },
  });
