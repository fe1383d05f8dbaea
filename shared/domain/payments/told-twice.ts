import type { Cents } from '../money.ts';
import type { PaymentFacts, PlatformPayment } from './platform-payment.ts';
import { isMadeHere, isNamedHere } from './reports/made-id.ts';

/** What went back, under the one or two names that it was told by, that of a file first. */
export interface Back {
  readonly ids: readonly string[];
  readonly amountCents: Cents;
}

/**
 * What went back, each thing once: a file that gives no id and a message name it otherwise, and are
 * met by the amount. It only looks at what is known, so the order of tellings does not matter.
 */
export function eachBackOnce(amounts: Readonly<Record<string, Cents>>): readonly Back[] {
  const all = Object.entries(amounts);
  const named = all.filter(([id]) => isNamedHere(id));
  const backs: Back[] = [];
  for (const [id, amountCents] of all.filter(([one]) => !isNamedHere(one))) {
    const at = named.findIndex(([, amount]) => amount === amountCents);
    const [met] = at < 0 ? [] : named.splice(at, 1);
    backs.push({ ids: met ? [met[0], id] : [id], amountCents });
  }
  return [...backs, ...named.map(([id, amountCents]) => ({ ids: [id], amountCents }))];
}

/**
 * Whether a payment may be another one under the other's name: one of both has an id made here, of
 * the same amount on the same day, and nothing says that the families are two.
 */
export const mayBeSamePayment = (told: PaymentFacts, known: PlatformPayment): boolean =>
  told.charge !== undefined &&
  isMadeHere(told.paymentId) !== isMadeHere(known.id) &&
  told.charge.grossCents === known.charge?.grossCents &&
  told.charge.paidOn === known.charge.paidOn &&
  (told.familyReference === undefined ||
    known.familyReference === undefined ||
    told.familyReference === known.familyReference);
