import { accept, reject, type Result } from '../result.ts';

/** What the head office decides of a filed CRF. */
export interface Decision {
  readonly decision: 'accept' | 'return';
  readonly reason?: string | undefined;
}

/** Where a filed CRF stands. */
export interface CrfStanding {
  readonly status: 'submitted' | 'returned' | 'accepted';
  readonly returnedReason?: string | undefined;
}

export type DecisionRejection = 'reason_missing' | 'crf_not_submitted';

/**
 * The standing after a decision; undefined when it was decided so already. Refusals in the order of
 * the type: a return says why; only a CRF that waits can be decided.
 */
export function decide(
  { status, returnedReason }: CrfStanding,
  { decision, reason }: Decision,
): Result<CrfStanding | undefined, DecisionRejection> {
  if (decision === 'return' && reason === undefined) return reject('reason_missing', 'reason');
  const decided: CrfStanding =
    decision === 'accept' ? { status: 'accepted' } : { status: 'returned', returnedReason: reason };
  if (status === decided.status)
    return returnedReason === decided.returnedReason
      ? accept(undefined)
      : reject('crf_not_submitted');
  return status === 'submitted' ? accept(decided) : reject('crf_not_submitted');
}
