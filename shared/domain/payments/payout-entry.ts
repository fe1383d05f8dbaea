import type { Day } from '../dates.ts';
import { formatDay } from '../dates.ts';
import {
  bankAccountNumber,
  platformFeeAccountNumber,
  platformWaitingAccountNumber,
} from '../ledger/chart.ts';
import type { EntryContent, EntryLine } from '../ledger/entry.ts';
import { contains, type FiscalYear } from '../ledger/fiscal-year.ts';
import { cents, negateCents, sumCents, type Cents } from '../money.ts';
import { accept, reject, type Result } from '../result.ts';
import { incomeLines, sideOf, type CollectionOfEntry, type FindCollection } from './entry-lines.ts';
import { notHeld, type FindHeld } from './held-movements.ts';
import type { HeldReason } from './held.ts';
import { addsUp, movementTotals, type Movement } from './movement.ts';
import type { Payout } from './payout.ts';

const needsNoCollection = ({ kind, grossCents }: Movement): boolean =>
  grossCents === 0 && (kind === 'fee' || kind === 'adjustment' || kind === 'dispute');

/** What the books already know of the money of a payout. */
export interface KnownBefore {
  /** The movements of payouts that brought nothing to the bank: they come with this one. */
  readonly carried?: readonly Movement[];
  /** Finds what was booked at year end for a movement that the platform still held. */
  readonly findHeld?: FindHeld;
}

/**
 * The lines of the one entry of a payout: gross income per collecte, the fee apart, what went back
 * to families on the account it came from, the net in the bank. What was booked at the end of the
 * year before clears the account of waiting payouts instead of being income again. No line at all
 * when nothing reached the bank: the payout is settled, its movements come with the next one.
 *
 * Held, in this order, when: the platform gave no detail; a movement comes twice; the detail does
 * not add up to the payout, to the cent; the fee differs; a movement is unexplained; a payment
 * belongs to no collecte. Rules: PAYOUT-1, LEDGER-1 (docs/rules.md).
 */
export function payoutEntryLines(
  payout: Payout,
  findCollection: FindCollection,
  { carried = [], findHeld = notHeld }: KnownBefore = {},
): Result<readonly EntryLine[], HeldReason> {
  const { lines, netCents, feeCents, itemised } = payout;
  if (!itemised) return reject('not_itemised');
  if (!lines) return reject('lines_missing');
  const refusal = refusalOf(lines, netCents, feeCents);
  if (refusal) return reject(refusal);
  if (netCents === 0) return accept([]);
  const all = [...lines, ...carried];
  if (all.some((line) => line.kind === 'adjustment' && line.grossCents !== 0))
    return reject('adjustment_unexplained');
  const unheld = all.filter((line) => findHeld(line) === undefined);
  const carrying = unheld.filter((line) => !needsNoCollection(line));
  if (carrying.some((line) => !findCollection(line)))
    return reject('payout_payment_without_collection');
  const held = all.map(findHeld).filter((part) => part !== undefined);
  const heldFeeCents = sumCents(held.map((part) => part.feeCents));
  return accept([
    ...sideOf(bankAccountNumber, netCents),
    ...sideOf(platformFeeAccountNumber, cents(movementTotals(all).feeCents - heldFeeCents)),
    ...sideOf(platformWaitingAccountNumber, negateCents(movementTotals(held).netCents)),
    ...incomeLines(carrying, findCollection, 'debit'),
    ...incomeLines(carrying, findCollection, 'credit'),
  ]);
}

function refusalOf(
  lines: readonly Movement[],
  netCents: Cents,
  feeCents: Cents | undefined,
): HeldReason | undefined {
  if (new Set(lines.map(({ movementId }) => movementId)).size !== lines.length)
    return 'lines_repeated';
  const totals = movementTotals(lines);
  if (!lines.every(addsUp) || totals.netCents !== netCents) return 'lines_unbalanced';
  if (feeCents !== undefined && totals.feeCents !== feeCents) return 'fee_differs';
  return undefined;
}

/** Open in full: its opening entry comes before anything else. */
const isOpen = ({ status, isOpening }: FiscalYear): boolean => status === 'open' && !isOpening;

/**
 * The day and the year of the entry: the arrival, today while it is still to come; when that year
 * is closed, the first day of the next open one. Undefined when no open year can take it.
 */
export function entryDayOf(
  arrivalOn: Day,
  today: Day,
  years: readonly FiscalYear[],
): { readonly entryDate: Day; readonly year: FiscalYear } | undefined {
  const wanted = arrivalOn <= today ? arrivalOn : today;
  const own = years.find((year) => contains(year, wanted));
  if (own && isOpen(own)) return { entryDate: wanted, year: own };
  const [next] = years
    .filter((year) => isOpen(year) && year.startOn > wanted && year.startOn <= today)
    .toSorted((one, other) => one.startOn.localeCompare(other.startOn));
  return next && { entryDate: next.startOn, year: next };
}

const labelMax = 120;

const listOf = (titles: readonly string[]): string => {
  const text = titles.join(', ');
  return text.length <= labelMax ? text : `${titles.length} collectes`;
};

/** The content of the entry, once its voucher is known. */
export function payoutEntry(
  payout: Payout,
  lines: readonly EntryLine[],
  collections: readonly CollectionOfEntry[],
  made: {
    readonly id: string;
    readonly entryDate: Day;
    readonly platformName: string;
    readonly attachmentIds: readonly string[];
    readonly voucherSha256: string;
  },
): EntryContent {
  const [first, ...others] = collections;
  const late =
    made.entryDate > payout.arrivalOn ? ` (arrivé le ${formatDay(payout.arrivalOn)})` : '';
  return {
    id: made.id,
    kind: 'payout',
    entryDate: made.entryDate,
    label: `Versement ${made.platformName}\u00A0: ${listOf(collections.map(({ title }) => title))}${late}`,
    counterparty: made.platformName,
    paymentMeans: 'platform',
    reference: [payout.bankReference, payout.id].filter(Boolean).join(' '),
    attachmentIds: made.attachmentIds,
    voucherSha256: made.voucherSha256,
    collectionId: others.length === 0 ? first?.id : undefined,
    lines,
  };
}

const platformNames: Readonly<Record<string, string>> = {
  stripe: 'Stripe',
  jaikan: 'Jaïkan',
  helloasso: 'HelloAsso',
  scellius: 'Scellius',
  gocardless: 'GoCardless',
  helloassopartenaire: 'HelloAsso',
  payzen: 'PayZen',
  payzenformulaire: 'PayZen',
  sumup: 'SumUp',
  payplug: 'PayPlug',
};

/** The platform as people know it. */
export const platformNameOf = (provider: string): string =>
  platformNames[provider] ?? provider.charAt(0).toUpperCase() + provider.slice(1);
