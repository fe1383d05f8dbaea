import type { Day } from '#shared/domain/dates.ts';
import type { EntryLine } from '#shared/domain/ledger/entry.ts';
import type { FiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { findHeldAmong } from '#shared/domain/payments/held-movements.ts';
import type { HeldReason } from '#shared/domain/payments/held.ts';
import type { Movement } from '#shared/domain/payments/movement.ts';
import { entryDayOf, payoutEntryLines } from '#shared/domain/payments/payout-entry.ts';
import type { Payout } from '#shared/domain/payments/payout.ts';
import { accept, reject, type Result } from '#shared/domain/result.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { listHeld } from '#functions/stores/held-movements.ts';
import { settleWithoutEntry } from '#functions/stores/payouts.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import { listYears } from '#functions/stores/years.ts';
import { findCarried, type Carried } from './carried.ts';
import { findDuplicate } from './find-duplicate.ts';
import { linkToEntry } from './link-to-entry.ts';
import { membersOf, type Members } from './members.ts';
import { takeBack } from './take-back.ts';
import { writeEntry } from './write-entry.ts';

export interface Closing {
  readonly now: string;
  readonly today: Day;
  /** The event that this comes from, for the audit trail. */
  readonly eventId: string;
}

/** A payout with all that its entry is made of. */
export interface Ready {
  readonly payout: Payout;
  /** Its movements, and those of payouts of zero that come with it. */
  readonly movements: readonly Movement[];
  readonly carried: readonly Carried[];
  readonly members: Members;
  readonly lines: readonly EntryLine[];
  readonly entryDate: Day;
  readonly year: FiscalYear;
}

/** Why a payout waits, and the entry that may be the same money. */
type Closed =
  | { readonly ok: true; readonly value: 'closed' | 'waiting' }
  | { readonly ok: false; readonly rejection: HeldReason; readonly suspectId?: string };

/**
 * Writes the one entry of a payout, when it is paid and everything adds up; takes it back when the
 * platform says that it failed after all; answers why not otherwise. Whatever moved meanwhile makes
 * the transaction fail (`StaleRead`): it is then done again from the start, voucher included, since
 * the voucher carries the entry's number. Rules: PAYOUT-1 (docs/rules.md).
 */
export async function closePayout(
  scope: CoopScope,
  payout: Payout,
  closing: Closing,
): Promise<Closed> {
  const { entryId, status, withoutEntry, decision } = payout;
  if (entryId !== undefined)
    return status === 'failed'
      ? takeBack(scope, { ...payout, entryId }, closing)
      : accept('closed');
  if (withoutEntry === true) return accept('closed');
  if (status !== 'paid') return accept('waiting');
  if (decision?.kind === 'link') return linkToEntry(scope, payout, decision.entryId, closing);
  const ready = await prepare(scope, payout, closing.today);
  if (!ready.ok) return ready;
  if (ready.value.lines.length === 0) return settleEmpty(scope, payout, closing);
  const suspect = decision ? undefined : await findDuplicate(scope, payout);
  if (suspect) return { ...reject('duplicate_suspected'), suspectId: suspect.id };
  return writeEntry(scope, ready.value, closing);
}

async function prepare(
  scope: CoopScope,
  payout: Payout,
  today: Day,
): Promise<Result<Ready, HeldReason>> {
  const carried = await findCarried(scope, payout);
  const extra = carried.flatMap(({ movements }) => movements);
  const movements = [...(payout.lines ?? []), ...extra];
  const members = await membersOf(scope, payout, movements);
  if (members.inAnotherPayout) return reject('in_another_payout');
  const held = (await listHeld(scope)).filter(({ provider }) => provider === payout.provider);
  const lines = payoutEntryLines(payout, members.collectionOf, {
    carried: extra,
    findHeld: findHeldAmong(held),
  });
  if (!lines.ok) return lines;
  const entryDay = entryDayOf(payout.arrivalOn, today, await listYears(scope));
  if (!entryDay) return reject('year_not_open');
  return accept({ payout, movements, carried, members, lines: lines.value, ...entryDay });
}

async function settleEmpty(
  scope: CoopScope,
  payout: Payout,
  { now, eventId }: Closing,
): Promise<Result<'closed', HeldReason>> {
  await commit([
    settleWithoutEntry(scope, payout),
    recordAct(scope, {
      act: 'settle-payout-of-zero',
      target: payout.id,
      by: `platform:${payout.provider}`,
      at: now,
      correlationId: eventId,
    }),
  ]);
  return accept('closed');
}
