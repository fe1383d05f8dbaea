import { day, daysBetween, type Day } from '../dates.ts';
import { classAdvanceAccountNumber } from '../ledger/chart.ts';
import type { FiscalYear } from '../ledger/fiscal-year.ts';
import { sumCents, zeroCents, type Cents } from '../money.ts';
import { crfDueOn } from './calendar.ts';

/** Something to do next, with what the page needs to say and to open it. */
export interface HomeTask {
  readonly kind:
    | 'openYear'
    | 'postDrafts'
    | 'matchLines'
    | 'importStatement'
    | 'depositPayments'
    | 'settleAdvances'
    | 'prepareCrf'
    | 'correctCrf'
    | 'heldPayouts';
  readonly count: number;
  readonly amountCents?: Cents;
  readonly dueOn?: Day;
  readonly targetId?: string;
}

/** What the home page knows of a cooperative. */
export interface HomeFacts {
  readonly today: Day;
  readonly currentYearId: string;
  readonly years: readonly FiscalYear[];
  /** Month and day by which a CRF is due: `09-30`. */
  readonly crfDueMonthDay: string;
  /** The years whose CRF the head office returned. */
  readonly returnedYearIds: readonly string[];
  readonly draftCount: number;
  /** Lines of the bank that no entry has met. */
  readonly unmatchedLineCount: number;
  readonly bankAccounts: readonly { readonly id: string; readonly lastStatementOn?: Day }[];
  /** Cheques and cash noted and not yet in the books. */
  readonly offlinePayments: readonly {
    readonly collectionId: string;
    readonly amountCents: Cents;
  }[];
  readonly heldPayoutCount: number;
}

/** What waits for the mandate holder, the most pressing first; empty when nothing does. */
export const tasksOf = (facts: HomeFacts): readonly HomeTask[] => [
  ...crfTasks(facts),
  ...openYearTask(facts),
  ...countTask('heldPayouts', facts.heldPayoutCount),
  ...depositTask(facts),
  ...countTask('postDrafts', facts.draftCount),
  ...countTask('matchLines', facts.unmatchedLineCount),
  ...statementTask(facts),
  ...advanceTask(facts),
];

const countTask = (kind: HomeTask['kind'], count: number): readonly HomeTask[] =>
  count > 0 ? [{ kind, count }] : [];

/** A year that is over waits for its report; a returned one comes before all the rest. */
function crfTasks(facts: HomeFacts): readonly HomeTask[] {
  const { years, today, returnedYearIds, crfDueMonthDay } = facts;
  return years
    .filter(({ status, endOn }) => status === 'open' && endOn <= today)
    .map(({ id }) => ({
      kind: returnedYearIds.includes(id) ? ('correctCrf' as const) : ('prepareCrf' as const),
      count: 1,
      dueOn: crfDueOn(id, crfDueMonthDay),
      targetId: id,
    }))
    .toSorted((one, other) => one.kind.localeCompare(other.kind));
}

const openYearTask = ({ years, currentYearId }: HomeFacts): readonly HomeTask[] =>
  years.some(({ id }) => id === currentYearId)
    ? []
    : [{ kind: 'openYear', count: 1, targetId: currentYearId }];

function depositTask({ offlinePayments }: HomeFacts): readonly HomeTask[] {
  const [first] = offlinePayments;
  if (!first) return [];
  const amountCents = sumCents(offlinePayments.map((payment) => payment.amountCents));
  const count = offlinePayments.length;
  return [{ kind: 'depositPayments', count, amountCents, targetId: first.collectionId }];
}

const statementAgeMaxDays = 45;

function statementTask({ bankAccounts, today }: HomeFacts): readonly HomeTask[] {
  const stale = bankAccounts.filter(
    ({ lastStatementOn }) =>
      lastStatementOn === undefined || daysBetween(lastStatementOn, today) > statementAgeMaxDays,
  );
  const [first] = stale;
  return first ? [{ kind: 'importStatement', count: stale.length, targetId: first.id }] : [];
}

/** Class advances are given back before the summer: asked for from 1 June of their year on. */
function advanceTask({ years, today }: HomeFacts): readonly HomeTask[] {
  const left = years
    .filter(({ status, endOn }) => status === 'open' && today >= juneOf(endOn))
    .map(({ balanceCents }) => balanceCents[classAdvanceAccountNumber] ?? zeroCents)
    .filter((amountCents) => amountCents > 0);
  return left.length > 0
    ? [{ kind: 'settleAdvances', count: left.length, amountCents: sumCents(left) }]
    : [];
}

const juneOf = (endOn: Day): Day => day(`${endOn.slice(0, 4)}-06-01`);
