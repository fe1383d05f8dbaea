import { formOf } from './form.ts';
import { guardedJson, textAt } from '#functions/platform/guarded-json.ts';
import { decoded, type NewEvent } from './new-event.ts';

/** The platforms that sign nothing: what they send is only a reason to ask them. */
export type HintScheme = 'mollie' | 'sumup' | 'payplug';

const bucketSeconds = 30;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

const jsonOf = (body: Uint8Array): unknown => guardedJson(decoded(body) ?? '')?.value;

/** The payment that a hint names, when it looks like one of the platform's. */
const paymentIn: Readonly<Record<HintScheme, (body: Uint8Array) => string | undefined>> = {
  mollie: (body) => matching(/^tr_\w{1,60}$/u, formOf(body)?.get('id')),
  sumup: (body) => {
    const json = jsonOf(body);
    return matching(uuid, textAt(json, 'payload', 'checkout_id') || textAt(json, 'id'));
  },
  payplug: (body) => {
    const json = jsonOf(body);
    return matching(/^pay_\w{1,60}$/u, textAt(json, 'payment_id') || textAt(json, 'id'));
  },
};

const matching = (pattern: RegExp, id = ''): string | undefined =>
  pattern.test(id) ? id : undefined;

/**
 * The event that an unsigned request amounts to: a payment to read again, and nothing that the
 * request says of it. The same payment is one event for half a minute, then may be another: a
 * refund comes later under the same id.
 */
export function hintIn(
  scheme: HintScheme,
  body: Uint8Array,
  nowSeconds: number,
): NewEvent | undefined {
  const paymentId = paymentIn[scheme](body);
  if (paymentId === undefined) return undefined;
  const bucket = Math.floor(nowSeconds / bucketSeconds);
  return {
    eventId: `${paymentId}.${bucket}`,
    type: 'payment',
    payload: JSON.stringify({ id: paymentId }),
  };
}

/** More hints than any school has in half a minute: somebody is playing with the address. */
const hintsMax = 60;
const endpointsMax = 500;
const counted = new Map<string, number>();

/** Whether an endpoint may bring one more hint in this half minute. Counted in memory only. */
export function mayHint(endpoint: string, nowSeconds: number): boolean {
  const key = `${endpoint}.${Math.floor(nowSeconds / bucketSeconds)}`;
  const count = (counted.get(key) ?? 0) + 1;
  if (counted.size >= endpointsMax) counted.clear();
  counted.set(key, count);
  return count <= hintsMax;
}
