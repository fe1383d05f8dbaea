import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { listPayoutsEndpoint } from '#shared/contract/payments/inbox.ts';
import { platformNameOf } from '#shared/domain/payments/payout-entry.ts';
import type { StatusTone } from '#web/ui/status-tag.tsx';

export type Payout = AnswerOf<typeof listPayoutsEndpoint>['payouts'][number];

/** Where a payout is, in a word, and why when it waits. */
export interface PayoutState {
  readonly tone: StatusTone;
  readonly word: string;
  readonly reason?: string | undefined;
}

/** Whether the mandate holder is asked if an entry typed by hand is the same money. */
export const asksDecision = ({ suspectId, entryId, decision, status }: Payout): boolean =>
  suspectId !== undefined && entryId === undefined && decision === undefined && status === 'paid';

/** The state of a payout, the most telling first. */
export function stateOf(payout: Payout): PayoutState {
  const { status, entryId, reversalId, withoutEntry, heldBecause, decision } = payout;
  if (reversalId !== undefined)
    return { tone: 'danger', word: 'Annulé', reason: 'La banque l’a rejeté après coup.' };
  if (entryId !== undefined) return { tone: 'success', word: 'Comptabilisé' };
  if (withoutEntry === true)
    return { tone: 'neutral', word: 'À zéro', reason: 'Compté avec le versement suivant.' };
  if (status === 'failed') return { tone: 'danger', word: 'Rejeté par la banque' };
  if (asksDecision(payout)) return { tone: 'warning', word: 'À décider', reason: heldBecause };
  if (decision !== undefined)
    return { tone: 'info', word: 'En cours', reason: 'Votre réponse est enregistrée.' };
  if (heldBecause !== undefined)
    return { tone: 'warning', word: 'En attente', reason: heldBecause };
  return { tone: 'info', word: 'Annoncé' };
}

/** A payout as people speak of it: « Versement HelloAsso VIR 2026-03 ». */
export const nameOf = ({ provider, bankReference, id }: Payout): string =>
  `${platformNameOf(provider)}, ${bankReference ?? id}`;
