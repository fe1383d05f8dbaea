import type { Day } from '../dates.ts';
import type { EntryContent } from '../ledger/entry.ts';
import { sumCents, cents, type Cents } from '../money.ts';
import type { Collection } from './collection.ts';

/** A family in a collecte; without a family, the payments that nobody is known for. */
export interface FamilyPlace {
  readonly collectionId: string;
  readonly familyId?: string | undefined;
}

/** A family in a collecte, known. */
export interface KnownPlace {
  readonly collectionId: string;
  readonly familyId: string;
}

/**
 * Money that went from one family or collecte to another, with both sides and who did it. A
 * `payment` moves whole, as if it had been paid there; a `credit` is the part of what a family paid
 * that is above what was awaited of it.
 */
export interface Carry {
  readonly id: string;
  readonly kind: 'payment' | 'credit';
  readonly paymentId?: string | undefined;
  readonly from: FamilyPlace;
  readonly to: FamilyPlace;
  readonly amountCents: Cents;
  readonly carriedOn: Day;
  readonly by: string;
  readonly at: string;
  /** The entry that puts the accounts right, when the two collectes have not the same. */
  readonly entryId?: string | undefined;
}

const isPlace = (one: FamilyPlace, other: FamilyPlace): boolean =>
  one.collectionId === other.collectionId && one.familyId === other.familyId;

/** Credits that came to a family less those that left it. A moved payment counts where it is. */
export const broughtCents = (carries: readonly Carry[], place: FamilyPlace): Cents =>
  sumCents(
    carries
      .filter(({ kind }) => kind === 'credit')
      .flatMap(({ from, to, amountCents }) => [
        ...(isPlace(to, place) ? [amountCents] : []),
        ...(isPlace(from, place) ? [cents(-amountCents)] : []),
      ]),
  );

/** What was asked, in one fixed order: equal text means the same act. */
export const carryFacts = (
  carry: Pick<Carry, 'id' | 'kind' | 'paymentId' | 'from' | 'to'> & {
    readonly amountCents?: Cents | undefined;
  },
): string =>
  JSON.stringify([
    carry.id,
    carry.kind,
    carry.paymentId ?? '',
    [carry.from.collectionId, carry.from.familyId ?? ''],
    [carry.to.collectionId, carry.to.familyId ?? ''],
    carry.amountCents ?? '',
  ]);

type Booked = Pick<Collection, 'id' | 'title' | 'accountNumber' | 'projectId'>;

/** Whether the books tell the two collectes apart. */
export const needsEntry = (from: Booked, to: Booked): boolean =>
  from.accountNumber !== to.accountNumber || from.projectId !== to.projectId;

/**
 * The entry that follows the money from the account of one collecte to that of another; the bank
 * and the cash box do not move. Rules: LEDGER-1, LEDGER-2 (docs/rules.md).
 */
export const carryEntry = (
  carry: Pick<Carry, 'id' | 'amountCents' | 'carriedOn'>,
  from: Booked,
  to: Booked,
): EntryContent => ({
  id: carry.id,
  kind: 'carry',
  entryDate: carry.carriedOn,
  label: `Report d’une collecte à une autre\u00A0: ${from.title} vers ${to.title}`,
  counterparty: 'Familles',
  attachmentIds: [],
  noVoucherReason: 'Report enregistré par le mandataire, visible dans les deux collectes',
  collectionId: to.id,
  lines: [
    {
      accountNumber: from.accountNumber,
      side: 'debit',
      amountCents: carry.amountCents,
      projectId: from.projectId,
    },
    {
      accountNumber: to.accountNumber,
      side: 'credit',
      amountCents: carry.amountCents,
      projectId: to.projectId,
    },
  ],
});
