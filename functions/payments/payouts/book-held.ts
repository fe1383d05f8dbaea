import type { bookHeldEndpoint } from '#shared/contract/payments/payouts.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import { reverseLines, type EntryContent } from '#shared/domain/ledger/entry.ts';
import type { FiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { postAll } from '#shared/domain/ledger/post-all.ts';
import {
  heldEntry,
  heldLines,
  heldOpening,
  heldTakenBack,
  type HeldMovement,
} from '#shared/domain/payments/held-at-year-end.ts';
import type { FindCollection } from '#shared/domain/payments/entry-lines.ts';
import { movementTotals } from '#shared/domain/payments/movement.ts';
import type { PlatformPayment } from '#shared/domain/payments/platform-payment.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { readHeldAtYearEnd } from '#functions/platform/held-at-year-end.ts';
import { postingBy } from '#functions/platform/posting.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { derivedId, ulidTimeOf } from '#functions/platform/voucher.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findCollections } from '#functions/stores/collections.ts';
import { appendEntries } from '#functions/stores/entries.ts';
import { keepHeld } from '#functions/stores/held-movements.ts';
import { keepMovements } from '#functions/stores/movements.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import { findYear, yearStillAbsent, yearUnchanged } from '#functions/stores/years.ts';

/**
 * Books what payment platforms hold on the last day of the year: income of that year, against what
 * they owe. What was paid out since, and booked as income of the year after, is taken back there.
 * Done again it books only what came to light meanwhile. Rules: PAYOUT-1, YEAR-1, YEAR-2.
 */
export const bookHeld: UseCase<typeof bookHeldEndpoint> = async (call) => {
  const { scope, params, actor, now, today, requestId } = call;
  const year = await findYear(scope, params.yearId);
  if (!year) return reject('not_found');
  if (year.status === 'closed') return reject('fiscal_year_closed');
  if (today < year.endOn) return reject('date_in_future', 'yearId');
  const nextId = String(Number(year.id) + 1);
  const next = await findYear(scope, nextId);
  const { payments, ...held } = await readHeldAtYearEnd(scope, year);
  const findCollection = await collectionsOf(scope, payments);
  const isKnown = (movement: HeldMovement): boolean =>
    movement.grossCents === 0 || findCollection(movement) !== undefined;
  const waiting = held.waiting.filter(isKnown);
  const bookedAfter = held.bookedAfter.filter(isKnown);
  const all = [...waiting, ...bookedAfter];
  const leftOutCount = held.waiting.length + held.bookedAfter.length - all.length;
  const lines = heldLines(all, findCollection);
  const bookedCents = movementTotals(all).netCents;
  if (lines.length < 2) return accept({ bookedCents, movementCount: 0, leftOutCount });

  const sha256 = await keepMovements(scope, all);
  const idOf = (made: string, { startOn }: Pick<FiscalYear, 'startOn'>): string =>
    derivedId(`held|${made}|${year.id}|${sha256}`, ulidTimeOf(`${startOn}T00:00:00.000Z`));
  const post = (contents: readonly EntryContent[], into: FiscalYear) =>
    postAll(contents, into, chart2024, () => postingBy(actor.userId, now, today));
  const entryId = idOf('entry', year);
  const posted = post([heldEntry(year, entryId, lines)], year);
  if (!posted.ok) return posted;
  const isOpened = next !== undefined && next.lastNumber > 0;
  const after = isOpened
    ? post(
        [
          ...heldOpening(next, idOf('opening', next), bookedCents),
          ...heldTakenBack(
            next,
            idOf('back', next),
            reverseLines(heldLines(bookedAfter, findCollection)),
          ),
        ],
        next,
      )
    : accept([]);
  if (!after.ok) return after;
  await commit([
    ...appendEntries(scope, year, posted.value),
    ...(isOpened && after.value.length > 0
      ? appendEntries(scope, next, after.value)
      : [next ? yearUnchanged(scope, next) : yearStillAbsent(scope, nextId)]),
    keepHeld(scope, { yearId: year.id, sha256, entryId }),
    recordAct(scope, {
      act: 'book-held-by-platforms',
      target: entryId,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  return accept({ entryId, bookedCents, movementCount: all.length, leftOutCount });
};

async function collectionsOf(
  scope: CoopScope,
  payments: readonly PlatformPayment[],
): Promise<FindCollection<HeldMovement>> {
  const byPayment = new Map(
    payments.map(({ provider, id, collectionId }) => [`${provider}#${id}`, collectionId]),
  );
  const ids = [...new Set([...byPayment.values()].filter((id) => id !== undefined))];
  const collections = await findCollections(scope, ids);
  const byId = new Map(collections.map((collection) => [collection.id, collection]));
  return ({ provider, paymentId }) => byId.get(byPayment.get(`${provider}#${paymentId}`) ?? '');
}
