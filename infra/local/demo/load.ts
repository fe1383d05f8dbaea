import { fiscalYearIdOf } from '#shared/domain/ledger/fiscal-year.ts';
import { day, type Day } from '#shared/domain/dates.ts';
import { keepCoop, keepDepartment } from '#functions/stores/coops.ts';
import { coopScopeOf, departmentScopeOf } from '#functions/stores/scope.ts';
import { nationKey } from '#functions/stores/keys.ts';
import { commit, putAnyway, type Write } from '#functions/stores/table.ts';
import { addUser, giveGrant, keepMandate } from '#functions/stores/users.ts';
import { demoAccounts, type DemoAccount } from './accounts.ts';
import { demoCoops, demoDepartments } from './coops.ts';

const batchMax = 90;

/** Writes in transactions as large as the table takes them. */
async function commitMany(writes: readonly Write[]): Promise<void> {
  for (let start = 0; start < writes.length; start += batchMax)
    await commit(writes.slice(start, start + batchMax));
}

/** The first day of the year before: since when the people of the demonstration hold their roles. */
const sinceOf = (today: Day): Day => day(`${Number(fiscalYearIdOf(today)) - 1}-09-01`);

function accountWrites({ userId, name, mail, role, place }: DemoAccount, from: Day): Write[] {
  const user = addUser({ userId, name, mail });
  if (!role || !place) return [...user];
  const grant = giveGrant(userId, { role, place, from });
  if (place.kind !== 'coop') return [...user, grant];
  const scope = coopScopeOf(place.department, place.coopId);
  return [...user, grant, keepMandate(scope, { userId, name, role, from })];
}

/** Fills an empty table with the demonstration: everybody and everything in it is invented. */
export async function loadDemo(today: Day): Promise<void> {
  await commitMany([
    ...demoDepartments.flatMap((department) => [
      keepDepartment(departmentScopeOf(department.code), department),
      putAnyway({ ...nationKey(department.code), kind: 'association', name: department.name }),
    ]),
    ...demoCoops.map(({ department, ...coop }) =>
      keepCoop(coopScopeOf(department, coop.coopId), coop),
    ),
    ...demoAccounts.flatMap((account) => accountWrites(account, sinceOf(today))),
  ]);
}
