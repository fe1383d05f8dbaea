import type { listMandatesEndpoint } from '#shared/contract/governance/handover.ts';
import { accept } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { listMandates as readMandates } from '#functions/stores/users.ts';

/** Who holds a mandate or a role in the cooperative: now, before and soon. */
export const listMandates: UseCase<typeof listMandatesEndpoint> = async ({ scope }) =>
  accept({ mandates: await shownMandates(scope) });

/** The mandates by their first day; a planned one that was dropped is not shown. */
export async function shownMandates(scope: CoopScope) {
  const mandates = await readMandates(scope);
  return mandates
    .filter(({ from, until }) => until === undefined || from <= until)
    .toSorted((one, other) => one.from.localeCompare(other.from))
    .map(({ name, role, from, until }) => ({ name, role, from, ...(until && { until }) }));
}
