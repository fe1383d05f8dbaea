import * as z from 'zod';
import { operations } from '#shared/domain/bank/statement.ts';
import { cents } from '#shared/domain/money.ts';
import { coopKeys, departmentKeys } from './keys.ts';
import type { CoopScope, DepartmentScope } from './scope.ts';
import { getItem, putAnyway, queryAll, type Write } from './table.ts';

const coopItem = z.object({
  coopId: z.string(),
  name: z.string(),
  schoolName: z.string(),
  city: z.string(),
  /** The number that the association gave it, printed on the CRF. */
  number: z.string(),
  pupilCount: z.int(),
  adultCount: z.int(),
});

/** A cooperative: a local section of its association. */
export type Coop = z.output<typeof coopItem>;

/** Access pattern A5: the profile of a cooperative. */
export async function findCoop(scope: CoopScope): Promise<Coop | undefined> {
  const item = await getItem(coopKeys.coop(scope));
  return item && coopItem.parse(item);
}

export const keepCoop = (scope: CoopScope, coop: Coop): Write =>
  putAnyway({ ...coopKeys.coop(scope), kind: 'coop', ...coop });

const projectItem = z.object({ id: z.string(), name: z.string() });
export type Project = z.output<typeof projectItem>;

/** Access pattern A6: the projects of a cooperative. */
export async function listProjects(scope: CoopScope): Promise<readonly Project[]> {
  return (await queryAll(scope.pk, 'PROJECT#')).map((item) => projectItem.parse(item));
}

export const keepProject = (scope: CoopScope, project: Project): Write =>
  putAnyway({ ...coopKeys.project(scope, project.id), kind: 'project', ...project });

const departmentItem = z.object({
  code: z.string(),
  name: z.string(),
  /** Month and day by which a CRF is due after its year: `09-30`. */
  crfDueOn: z.string(),
  /** The most that a class advance should hold, in cents. */
  classAdvanceMaxCents: z.int(),
  /** Cash deposits that the bank does not charge, per cooperative and year. */
  freeCashDeposits: z.int(),
  /** What the bank asks for one more, as the association agreed; absent while nobody knows. */
  cashDepositCents: z.int().transform(cents).optional(),
  /** Whether deposits not yet credited on 31 August are allowed in the reconciliation. */
  allowsUncreditedDeposits: z.boolean(),
  /** What its cooperatives pre-fill for lines of the bank, before what is shipped for all. */
  starterRules: z
    .array(
      z.object({
        way: z.enum(['in', 'out']),
        words: z.array(z.string()),
        operation: z.enum(operations).optional(),
        accountNumber: z.string(),
      }),
    )
    .optional(),
});

/** A departmental association, with what differs from one to another: data, never code. */
export type Department = z.output<typeof departmentItem>;

/** Access pattern A7: the settings of an association. */
export async function findDepartment(scope: DepartmentScope): Promise<Department | undefined> {
  const item = await getItem(departmentKeys.department(scope));
  return item && departmentItem.parse(item);
}

export const keepDepartment = (scope: DepartmentScope, department: Department): Write =>
  putAnyway({ ...departmentKeys.department(scope), kind: 'department', ...department });

/** Access pattern A8: the codes of all associations. */
export async function listDepartmentCodes(): Promise<readonly string[]> {
  return (await queryAll('NATION', 'D#')).map(({ sk }) => String(sk).slice('D#'.length));
}
