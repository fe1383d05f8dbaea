import type { Actor } from '#functions/platform/use-case.ts';
import type { Act } from '#functions/stores/audit.ts';
import type { Day } from '#shared/domain/dates.ts';

/** Who asks, and when. */
export interface Signed {
  readonly actor: Actor;
  readonly now: string;
  readonly today: Day;
  readonly requestId: string;
}

/** The trace of what a person of the cooperative did to a collecte. */
export const actOf = ({ actor, now, requestId }: Signed, act: string, target: string): Act => ({
  act,
  target,
  by: actor.userId,
  at: now,
  correlationId: requestId,
});
