import { formatDay, day } from '#shared/domain/dates.ts';
import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { listCollectionsEndpoint } from '#shared/contract/collections/collection.ts';
import type { Payment, Whole } from './queries.ts';

export const handMeans = ['cheque', 'cash', 'transfer'] as const;

/** How a payment noted by hand came. */
export type HandMeans = (typeof handMeans)[number];

/** A payment that waits for its entry, whichever its collecte. */
export type Waiting = AnswerOf<typeof listCollectionsEndpoint>['waiting'][number];

/** What waits in one collecte, in the order of its days. */
export const waitingIn = ({ collection, families, payments }: Whole): readonly Waiting[] =>
  payments
    .filter(({ means, state }) => means !== 'platform' && state === 'received')
    .map(({ payerName, familyId, ...payment }) => {
      const pupil = families.find(({ id }) => id === familyId)?.pupil ?? payerName;
      return { ...payment, collectionId: collection.id, ...(pupil !== undefined && { pupil }) };
    })
    .toSorted((one, other) => one.paidOn.localeCompare(other.paidOn));

/** `Léa M., chèque n° 123456, reçu le 12/03/2026`. */
export const paymentWords = ({
  pupil,
  chequeNumber,
  paidOn,
}: Pick<Payment, 'chequeNumber' | 'paidOn'> & { readonly pupil?: string | undefined }): string =>
  [
    pupil ?? 'À identifier',
    ...(chequeNumber === undefined ? [] : [`chèque n°\u00A0${chequeNumber}`]),
    `reçu le ${formatDay(day(paidOn))}`,
  ].join(', ');

interface Deposited {
  readonly title: string;
  readonly on: string;
  readonly counted: string;
  readonly doing: (count: number) => string;
}

const many = (count: number, one: string, several: string): string =>
  count > 1 ? `${count} ${several}` : `1 ${one}`;

/** What booking payments of each kind is called. */
export const depositWords: Readonly<Record<HandMeans, Deposited>> = {
  cheque: {
    title: 'Remettre les chèques en banque',
    on: 'Remis à la banque le',
    counted: 'Chèques',
    doing: (count) => `Remettre ${many(count, 'chèque', 'chèques')} en banque`,
  },
  cash: {
    title: 'Mettre les espèces en caisse',
    on: 'Mis en caisse le',
    counted: 'Paiements',
    doing: (count) => `Mettre les espèces en caisse (${count})`,
  },
  transfer: {
    title: 'Comptabiliser les virements',
    on: 'Reçus sur le compte le',
    counted: 'Virements',
    doing: (count) => `Comptabiliser ${many(count, 'virement', 'virements')}`,
  },
};
