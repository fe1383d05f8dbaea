import type { Day } from '../dates.ts';
import { sumCents, zeroCents, type Cents } from '../money.ts';
import { filingYearIdOf } from '../reports/calendar.ts';
import { yearIdsOf, type CoopSummary } from './summary.ts';

type CrfStatus = 'none' | 'draft' | 'submitted' | 'returned' | 'accepted';

/** A cooperative in the follow-up of a year. */
export interface FollowedCoop {
  readonly coopId: string;
  readonly name: string;
  readonly city: string;
  readonly number: string;
  readonly bankCents: Cents;
  readonly cashCents: Cents;
  readonly entryCount: number;
  readonly lastEntryOn?: string;
  readonly crfStatus: CrfStatus;
  readonly crfSubmittedAt?: string;
  readonly late: boolean;
}

/** The sums of a follow-up; each cooperative counts under its present state. */
export interface FollowUpTotals {
  readonly coops: number;
  readonly submitted: number;
  readonly accepted: number;
  readonly late: number;
  readonly bankCents: Cents;
  readonly cashCents: Cents;
}

const french = new Intl.Collator('fr', { numeric: true });

/** The cooperatives in the state of that year, by their numbers. */
export const followUpOf = (
  coops: readonly CoopSummary[],
  asked: { readonly yearId: string; readonly dueOn: Day; readonly today: Day },
): readonly FollowedCoop[] =>
  coops
    .map((coop) => followed(coop, asked))
    .toSorted((one, other) => french.compare(one.number, other.number));

function followed(
  coop: CoopSummary,
  { yearId, dueOn, today }: { readonly yearId: string; readonly dueOn: Day; readonly today: Day },
): FollowedCoop {
  const { coopId, name, city, number } = coop;
  const ledger = coop.ledgers[yearId];
  const crf = coop.crfs[yearId];
  const crfStatus = crf?.status ?? (ledger ? 'draft' : 'none');
  return {
    coopId,
    name,
    city,
    number,
    bankCents: ledger?.bankCents ?? zeroCents,
    cashCents: ledger?.cashCents ?? zeroCents,
    entryCount: ledger?.lastNumber ?? 0,
    ...(ledger?.lastEntryOn !== undefined && { lastEntryOn: ledger.lastEntryOn }),
    crfStatus,
    ...(crf && { crfSubmittedAt: crf.submittedAt }),
    late: today > dueOn && owes(coop, yearId) && !isFiled(crfStatus),
  };
}

const isFiled = (status: CrfStatus): boolean => status === 'submitted' || status === 'accepted';

/** Whether a CRF is expected: of all but those that began their books only later. */
const owes = (coop: CoopSummary, yearId: string): boolean => {
  const [first] = yearIdsOf(coop);
  return first === undefined || first <= yearId;
};

/** The sums over the cooperatives of an association. */
export const totalsOf = (coops: readonly FollowedCoop[]): FollowUpTotals => ({
  coops: coops.length,
  submitted: coops.filter(({ crfStatus }) => crfStatus === 'submitted').length,
  accepted: coops.filter(({ crfStatus }) => crfStatus === 'accepted').length,
  late: coops.filter(({ late }) => late).length,
  bankCents: sumCents(coops.map(({ bankCents }) => bankCents)),
  cashCents: sumCents(coops.map(({ cashCents }) => cashCents)),
});

/** The years that can be followed, newest first: those with books, and the one being filed. */
export const followedYearIds = (coops: readonly CoopSummary[], today: Day): readonly string[] =>
  [...new Set([filingYearIdOf(today), ...coops.flatMap(yearIdsOf)])].toSorted().toReversed();

/** The year to show first: the one being filed, or the last one when nobody has books for it. */
export function firstShownYearId(coops: readonly CoopSummary[], today: Day): string {
  const filing = filingYearIdOf(today);
  const known = new Set(coops.flatMap(yearIdsOf));
  return known.has(filing) ? filing : ([...known].toSorted().at(-1) ?? filing);
}

/** Below this, totals could say something of one cooperative: they are left out. */
const shownFromCoops = 5;

/** Whether the totals of an association may leave it. */
export const mayBeShown = ({ coops }: Pick<FollowUpTotals, 'coops'>): boolean =>
  coops >= shownFromCoops;
