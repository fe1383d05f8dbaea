import type { Movement } from '#shared/domain/payments/movement.ts';
import { asKnown } from '#shared/domain/payments/reports/known-movements.ts';
import { isMadeHere } from '#shared/domain/payments/reports/made-id.ts';
import { findPlatformPayments, listPlatformPayments } from '#functions/stores/platform-payments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';

/**
 * The movements under the ids by which we know them: a file and a message may name the same things
 * otherwise. Only what a file names by itself may be any of the payments of its platform; what the
 * platform names is looked up alone.
 */
export async function underKnownIds(
  scope: CoopScope,
  provider: string,
  movements: readonly Movement[],
): Promise<readonly Movement[]> {
  const ids = movements.flatMap(({ paymentId }) => paymentId ?? []);
  const known = ids.some(isMadeHere)
    ? await listPlatformPayments(scope, provider)
    : await findPlatformPayments(scope, provider, ids);
  return asKnown(movements, known);
}
