import { ulid } from 'ulid';
import type { Endpoint } from '#shared/contract/endpoint.ts';
import { dayInParis } from '#shared/domain/dates.ts';
import { newFiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import type { Actor, Call } from '#functions/platform/use-case.ts';
import { keepCoop, keepDepartment } from '#functions/stores/coops.ts';
import { coopScopeOf, departmentScopeOf, type CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import { openYear } from '#functions/stores/years.ts';

export const now = '2026-03-16T09:00:00.000Z';

const camille: Actor = {
  userId: 'camille',
  name: 'Camille Roux',
  mail: 'camille@example.test',
  grants: [],
};

/** A cooperative of its own for one test, with the year 2025-2026 open. */
export async function newCoop(department = '06'): Promise<CoopScope> {
  const coopId = `coop-${ulid().toLowerCase()}`;
  const scope = coopScopeOf(department, coopId);
  await commit([
    keepCoop(scope, {
      coopId,
      name: 'Coopérative des Tilleuls',
      schoolName: 'École élémentaire des Tilleuls',
      city: 'Nice',
      number: '06-0001',
      pupilCount: 120,
      adultCount: 6,
    }),
    keepDepartment(departmentScopeOf(department), {
      code: department,
      name: 'OCCE des Alpes-Maritimes',
      crfDueOn: '09-30',
      classAdvanceMaxCents: 15_000,
      freeCashDeposits: 3,
      allowsUncreditedDeposits: false,
    }),
    openYear(scope, newFiscalYear('2025')),
  ]);
  return scope;
}

/** The call a use case receives once its request was authorised and parsed. */
export function callOf<E extends Endpoint>(
  _endpoint: E,
  call: Pick<Call<E>, 'scope'> & Partial<Call<E>>,
): Call<E> {
  const at = call.now ?? now;
  return {
    actor: camille,
    params: undefined,
    query: undefined,
    body: undefined,
    bytes: undefined,
    headers: {},
    cookies: [],
    requestId: ulid(),
    ...call,
    now: at,
    today: dayInParis(at),
  } as Call<E>;
}
