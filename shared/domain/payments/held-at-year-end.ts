import { formatDay, type Day } from '../dates.ts';
import {
  openingAccountNumber,
  platformFeeAccountNumber,
  platformWaitingAccountNumber,
} from '../ledger/chart.ts';
import type { EntryContent, EntryLine } from '../ledger/entry.ts';
import type { FiscalYear } from '../ledger/fiscal-year.ts';
import { cents, negateCents, zeroCents, type Cents } from '../money.ts';
import { movementDay, movementTotals, type Movement } from './movement.ts';
import { incomeLines, sideOf, type FindCollection } from './entry-lines.ts';
import { tellOf } from './held-movements.ts';
import type { PlatformPayment } from './platform-payment.ts';
import { eachBackOnce } from './told-twice.ts';

/** A payout that the books know, as far as a year end needs it. */
export interface PayoutOfYearEnd {
  readonly provider: string;
  readonly arrivalOn: Day;
  readonly isSettled: boolean;
  readonly isBooked: boolean;
  readonly lines: readonly Movement[];
}

/** What platforms hold at the end of a year. */
export interface HeldAtYearEnd {
  /** Not paid out yet: the payout to come clears them. */
  readonly waiting: readonly HeldMovement[];
  /** Paid out and booked as income after the year end: taken back from the year after. */
  readonly bookedAfter: readonly HeldMovement[];
}

/** A movement with the platform it is on: two platforms may use one id. */
export type HeldMovement = Movement & { readonly provider: string };

/**
 * The movements up to the last day of the year whose money reached the bank after it, or not yet.
 * What an earlier run of the act booked is left out. Rules: PAYOUT-1, YEAR-1 (docs/rules.md).
 */
export function heldAtYearEnd(
  { endOn }: Pick<FiscalYear, 'endOn'>,
  payments: readonly PlatformPayment[],
  payouts: readonly PayoutOfYearEnd[],
  booked: readonly HeldMovement[],
): HeldAtYearEnd {
  const placeOf = (movement: HeldMovement): string => `${movement.provider} ${tellOf(movement)}`;
  const already = new Set(booked.map(placeOf));
  const settled = payouts.filter(({ isSettled }) => isSettled);
  const linesOf = (chosen: readonly PayoutOfYearEnd[]): readonly HeldMovement[] =>
    chosen.flatMap(({ provider, lines }) => lines.map((line) => ({ ...line, provider })));
  const paidOut = new Set(linesOf(settled).map(placeOf));
  const inYear = (movement: HeldMovement): boolean => movementDay(movement) <= endOn;
  const isBooked = (movement: HeldMovement): boolean => already.has(placeOf(movement));
  const isPaidOut = (movement: HeldMovement): boolean => paidOut.has(placeOf(movement));
  return {
    waiting: payments
      .flatMap(movementsOfPayment)
      .filter((tellings) => !tellings.some((one) => isBooked(one) || isPaidOut(one)))
      .flatMap((tellings) => tellings.find(inYear) ?? []),
    bookedAfter: linesOf(
      settled.filter((payout) => payout.arrivalOn > endOn && payout.isBooked),
    ).filter((movement) => inYear(movement) && !isBooked(movement)),
  };
}

/**
 * A payment as the movements that a payout will bring, each under the names that it was told by.
 * What has no id yet is not known enough.
 */
function movementsOfPayment(payment: PlatformPayment): readonly (readonly HeldMovement[])[] {
  const { provider, id: paymentId, charge, refunds, disputes, backOn = {} } = payment;
  if (!charge) return [];
  const made = (
    { movementId, kind }: Pick<Movement, 'movementId' | 'kind'>,
    [gross, fee]: readonly [gross: Cents, fee: Cents],
    on: Day,
  ) => ({
    provider,
    movementId,
    kind,
    paymentId,
    grossCents: gross,
    feeCents: fee,
    netCents: cents(gross - fee),
    paidAt: `${on}T10:00:00.000Z`,
  });
  const back = (kind: 'refund' | 'dispute', amounts: Readonly<Record<string, Cents>>) =>
    eachBackOnce(amounts).map(({ ids, amountCents }) =>
      ids.map((movementId) =>
        made(
          { movementId, kind },
          [negateCents(amountCents), zeroCents],
          backOn[movementId] ?? charge.paidOn,
        ),
      ),
    );
  const { grossCents, feeCents = zeroCents, paidOn } = charge;
  return [
    [made({ movementId: `charge ${paymentId}`, kind: 'charge' }, [grossCents, feeCents], paidOn)],
    ...back('refund', refunds),
    ...back('dispute', disputes),
  ];
}

/** Income gross on its accounts, the fee apart, the net on what platforms still owe. */
export const heldLines = (
  movements: readonly HeldMovement[],
  findCollection: FindCollection<HeldMovement>,
): readonly EntryLine[] => [
  ...sideOf(platformWaitingAccountNumber, movementTotals(movements).netCents),
  ...sideOf(platformFeeAccountNumber, movementTotals(movements).feeCents),
  ...incomeLines(movements, findCollection, 'debit'),
  ...incomeLines(movements, findCollection, 'credit'),
];

const common = { attachmentIds: [] } as const;

/** The entry of the last day of the year for what platforms hold. */
export const heldEntry = (
  { endOn }: FiscalYear,
  id: string,
  lines: readonly EntryLine[],
): EntryContent => ({
  ...common,
  id,
  kind: 'income',
  entryDate: endOn,
  label: `Paiements gardés par les plateformes au ${formatDay(endOn)}`,
  noVoucherReason: 'Le justificatif du versement à venir donne le détail',
  lines,
});

/** The opening of the year after, when it was opened before what platforms hold was booked. */
export const heldOpening = (
  { startOn }: FiscalYear,
  id: string,
  netCents: Cents,
): readonly EntryContent[] =>
  netCents === 0
    ? []
    : [
        {
          ...common,
          id,
          kind: 'opening',
          entryDate: startOn,
          label: 'Report à nouveau\u00A0: versements en attente chez une plateforme',
          noVoucherReason: 'L’écriture du dernier jour de l’exercice précédent',
          lines: [
            ...sideOf(platformWaitingAccountNumber, netCents),
            ...sideOf(openingAccountNumber, negateCents(netCents)),
          ],
        },
      ];

/** Takes back from the year after what its payouts booked and belongs to the year before. */
export const heldTakenBack = (
  { startOn }: FiscalYear,
  id: string,
  lines: readonly EntryLine[],
): readonly EntryContent[] =>
  lines.length < 2
    ? []
    : [
        {
          ...common,
          id,
          kind: 'income',
          entryDate: startOn,
          label: 'Versements de septembre\u00A0: part de l’exercice précédent',
          noVoucherReason: 'Les justificatifs des versements donnent le détail',
          lines,
        },
      ];
