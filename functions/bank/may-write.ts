import { grantsGiving } from '#shared/domain/access/roles.ts';
import type { Day } from '#shared/domain/dates.ts';
import type { Actor } from '#functions/platform/use-case.ts';
import type { CoopScope } from '#functions/stores/scope.ts';

/** Whether the person may write at the bank of the cooperative: only then is an IBAN shown whole. */
export const mayWrite = (
  { grants }: Pick<Actor, 'grants'>,
  { department, coopId }: CoopScope,
  today: Day,
): boolean =>
  grantsGiving(grants, 'bank:write', today).some(
    ({ place }) =>
      place.kind !== 'nation' &&
      place.department === department &&
      (place.kind === 'department' || place.coopId === coopId),
  );
