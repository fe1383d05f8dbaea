import type { Collection } from '../collections/collection.ts';
import type { Day } from '../dates.ts';
import { formatDay } from '../dates.ts';
import { bankAccountNumber, platformFeeAccountNumber } from '../ledger/chart.ts';
import type { EntryContent, EntryLine, Side } from '../ledger/entry.ts';
import { contains, type FiscalYear } from '../ledger/fiscal-year.ts';
import { cents, sumCents, type Cents } from '../money.ts';
import { accept, reject, type Result } from '../result.ts';
import type { HeldReason } from './held.ts';
import { addsUp, movementTotals, type Movement } from './movement.ts';
import type { Payout } from './payout.ts';

export type CollectionOfEntry = Pick<Collection, 'id' | 'title' | 'accountNumber' | 'projectId'>;

/** Finds the collecte of a movement's payment; undefined while it belongs to none. */
export type FindCollection = (movement: Movement) => CollectionOfEntry | undefined;

const needsNoCollection = ({ kind, grossCents }: Movement): boolean =>
  grossCents === 0 && (kind === 'fee' || kind === 'adjustment' || kind === 'dispute');

/**
 * The lines of the one entry of a payout: gross income per collecte, the fee apart, what went back
 * to families on the account it came from, the net in the bank.
 *
 * Held, in this order, when: the platform gave no detail; a movement comes twice; the detail does
 * not add up to the payout, to the cent; the fee differs; a movement is unexplained; a payment
 * belongs to no collecte; nothing is left to book. Rules: PAYOUT-1, LEDGER-1 (docs/rules.md).
 */
export function payoutEntryLines(
  { lines, netCents, feeCents, itemised }: Payout,
  findCollection: FindCollection,
): Result<readonly EntryLine[], HeldReason> {
  if (!itemised) return reject('not_itemised');
  if (!lines) return reject('lines_missing');
  const refusal = refusalOf(lines, netCents, feeCents);
  if (refusal) return reject(refusal);
  if (lines.some((line) => line.kind === 'adjustment' && line.grossCents !== 0))
    return reject('adjustment_unexplained');
  const carrying = lines.filter((line) => !needsNoCollection(line));
  if (carrying.some((line) => !findCollection(line)))
    return reject('payout_payment_without_collection');
  const entryLines = [
    ...sideOf(bankAccountNumber, netCents),
    ...sideOf(platformFeeAccountNumber, movementTotals(lines).feeCents),
    ...incomeLines(carrying, findCollection, 'debit'),
    ...incomeLines(carrying, findCollection, 'credit'),
  ];
  return entryLines.length < 2 ? reject('nothing_to_book') : accept(entryLines);
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

/** A debit of a positive amount, a credit of a negative one, nothing for zero. */
const sideOf = (accountNumber: string, amount: Cents): readonly EntryLine[] =>
  amount === 0
    ? []
    : [
        {
          accountNumber,
          side: amount > 0 ? 'debit' : 'credit',
          amountCents: cents(Math.abs(amount)),
        },
      ];

/** One line per collecte: what families paid on the credit side, what went back on the debit. */
function incomeLines(
  lines: readonly Movement[],
  findCollection: FindCollection,
  side: Side,
): readonly EntryLine[] {
  const chosen = lines.filter(({ grossCents }) =>
    side === 'credit' ? grossCents > 0 : grossCents < 0,
  );
  const collections = new Map(
    chosen.map((line) => [findCollection(line)?.id ?? '', findCollection(line)]),
  );
  return [...collections.values()]
    .filter((collection) => collection !== undefined)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id, accountNumber, projectId }) => ({
      accountNumber,
      side,
      amountCents: cents(
        Math.abs(
          sumCents(
            chosen
              .filter((line) => findCollection(line)?.id === id)
              .map(({ grossCents }) => grossCents),
          ),
        ),
      ),
      projectId,
    }));
}

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
  if (own?.status === 'open') return { entryDate: wanted, year: own };
  const [next] = years
    .filter(({ status, startOn }) => status === 'open' && startOn > wanted && startOn <= today)
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
    readonly attachmentId: string;
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
    label: `Versement ${made.platformName} : ${listOf(collections.map(({ title }) => title))}${late}`,
    counterparty: made.platformName,
    paymentMeans: 'platform',
    reference: [payout.bankReference, payout.id].filter(Boolean).join(' '),
    attachmentIds: [made.attachmentId],
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
};

/** The platform as people know it. */
export const platformNameOf = (provider: string): string =>
  platformNames[provider] ?? provider.charAt(0).toUpperCase() + provider.slice(1);
