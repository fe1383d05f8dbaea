import type { WebhookEndpoint } from '#functions/stores/webhook-endpoints.ts';
import type { bring } from '../reports.ts';
import type { Signed } from '../signed.ts';

/** A trip as a platform tells it, in its own words: what every one of them is asked to prove. */

export const grossCents = 4_500;
/** What a platform keeps of each payment, where it says so payment by payment. */
export const feeCents = 88;
export const paidAt = '2026-03-12T10:00:00Z';
export const arrivalOn = '2026-03-16';
/** When the sweep of the night runs, after the payout arrived. */
export const sweptAt = '2026-03-17T09:00:00.000Z';

/** A family that pays on line. */
export interface Payer {
  readonly index: number;
  readonly reference: string;
}

/** What a platform sends, what its API answers when it is asked, and the file it gives. */
export interface Told {
  readonly messages: readonly Signed[];
  readonly answers?: readonly object[];
  readonly file?: {
    readonly content: string;
    readonly query?: Parameters<typeof bring>[3];
  };
}

/** A platform with the account that the cooperative has there. */
export interface TripPlatform {
  readonly endpoint: Partial<WebhookEndpoint> & Pick<WebhookEndpoint, 'scheme' | 'provider'>;
  /** Where its API is, for the stand-in and the sweeps; absent when it is never asked. */
  readonly apiUrl?: string;
  readonly sourceIp?: string;
  /** What it keeps of the whole trip. */
  readonly feesCents: number;
  readonly tell: (payers: readonly Payer[], account: string) => Told;
}

const asEuros = (amount: number): string => (amount / 100).toFixed(2);

/** `45.00`, as the platforms that count in euros write it. */
export const euros = { text: asEuros, number: (amount: number) => Number(asEuros(amount)) };

/** An id of a payer on a platform: a number of so many digits. */
export const numbered = ({ index }: Payer, digits = 4): string =>
  String(index + 1).padStart(digits, '0');

/** A list cut in parts of so many. */
export const inParts = <Value>(list: readonly Value[], size: number): readonly Value[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, part) =>
    list.slice(part * size, (part + 1) * size),
  );
