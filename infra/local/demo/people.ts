import { day, type Day } from '#shared/domain/dates.ts';
import type { Grant } from '#shared/domain/access/roles.ts';
import { fiscalYearIdOf } from '#shared/domain/ledger/fiscal-year.ts';
import { coopScopeOf } from '#functions/stores/scope.ts';
import type { Write } from '#functions/stores/table.ts';
import { addUser, giveGrant, keepMandate } from '#functions/stores/users.ts';
import { demoAccounts, type DemoAccount } from './accounts.ts';
import { demoCoops, mainCoopId, type DemoCoop } from './coops.ts';

/** The first day of the year before: since when people hold their roles. */
export const rolesSince = (today: Day): Day => day(`${Number(fiscalYearIdOf(today)) - 1}-09-01`);

const firstNames = ['Alice', 'Bruno', 'Chloé', 'David', 'Emma', 'Farid', 'Gaëlle', 'Hugo', 'Iris'];
const lastNames = ['Arnaud', 'Blanc', 'Costa', 'Durand', 'Esteve', 'Faure', 'Garnier'];

/** The mandate holder of a cooperative: an account of the demonstration for the main one. */
export function holderOf({ coopId, department }: DemoCoop): DemoAccount {
  const main = demoAccounts.find(({ role }) => role === 'mandateHolder');
  if (coopId === mainCoopId && main) return main;
  const rank = demoCoops.findIndex((coop) => coop.coopId === coopId);
  const name = `${firstNames[rank % firstNames.length]} ${lastNames[rank % lastNames.length]}`;
  return {
    userId: `demo-mandataire-${coopId}`,
    mail: `mandataire@${coopId}.example`,
    name,
    title: 'Mandataire',
    role: 'mandateHolder',
    place: { kind: 'coop', department, coopId },
  };
}

function writesOf({ userId, name, mail, role, place }: DemoAccount, from: Day): readonly Write[] {
  const user = addUser({ userId, name, mail });
  if (!role || !place) return user;
  const grant: Grant = { role, place, from };
  if (place.kind !== 'coop') return [...user, giveGrant(userId, grant)];
  const scope = coopScopeOf(place.department, place.coopId);
  return [...user, giveGrant(userId, grant), keepMandate(scope, { userId, name, role, from })];
}

/** Everybody of the demonstration, each with the role held since the year before. */
export const peopleWrites = (today: Day): readonly Write[] => {
  const holders = demoCoops.filter(({ coopId }) => coopId !== mainCoopId).map(holderOf);
  return [...demoAccounts, ...holders].flatMap((account) => writesOf(account, rolesSince(today)));
};
