import type { openYearEndpoint } from '#shared/contract/ledger/open-year.ts';
import {
  bankAccountNumber,
  cashAccountNumber,
  postalAccountNumber,
} from '#shared/domain/ledger/chart.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import { movementCents, type Entry, type EntryContent } from '#shared/domain/ledger/entry.ts';
import { newFiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { broughtForwardOf, openingEntry } from '#shared/domain/ledger/opening.ts';
import { postAll } from '#shared/domain/ledger/post-all.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { postingBy } from '#functions/platform/posting.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { appendEntries, findEntry } from '#functions/stores/entries.ts';
import { commit } from '#functions/stores/table.ts';
import { findYear, openYear as openYearItem, yearUnchanged } from '#functions/stores/years.ts';

/**
 * Opens a fiscal year, then posts its opening entry: banks and cash as they were counted, advances
 * and waiting payouts as the books of the year before say. Two steps, each safe to repeat: a year whose
 * opening was cut short is finished by the same request sent again.
 */
export const openYear: UseCase<typeof openYearEndpoint> = async (call) => {
  const { actor, scope, params, body, now, today, requestId } = call;
  const act = {
    act: 'open-year',
    target: params.yearId,
    by: actor.userId,
    at: now,
    correlationId: requestId,
  };
  const fresh = newFiscalYear(params.yearId);
  if (fresh.startOn > today) return reject('date_in_future', 'yearId');
  const previous = await findYear(scope, String(Number(params.yearId) - 1));
  const content = openingEntry(fresh, { ...body, ...broughtForwardOf(previous) });
  if (!content) return reject('amount_not_positive', 'bankCents');
  const known = await findEntry(scope, body.id);
  if (known)
    return isSameOpening(content, known) ? accept(known) : reject('fiscal_year_already_open');
  const existing = await findYear(scope, params.yearId);
  if (existing && existing.lastNumber > 0) return reject('fiscal_year_already_open');
  if (!existing)
    await commit([openYearItem(scope, { ...fresh, isOpening: true }), recordAct(scope, act)]);
  const year = existing ?? fresh;
  const posted = postAll([content], year, chart2024, () => postingBy(actor.userId, now, today));
  if (!posted.ok) return posted;
  await commit([
    ...appendEntries(scope, year, posted.value),
    ...(previous ? [yearUnchanged(scope, previous)] : []),
    recordAct(scope, act),
  ]);
  const [opening] = posted.value;
  return opening ? accept(opening) : reject('amount_not_positive', 'bankCents');
};

/** Whether a retry counted the same; what the year before brings may have moved since. */
const isSameOpening = (content: EntryContent, known: Entry): boolean =>
  known.kind === 'opening' &&
  known.entryDate === content.entryDate &&
  [bankAccountNumber, postalAccountNumber, cashAccountNumber].every(
    (account) => movementCents(known.lines, account) === movementCents(content.lines, account),
  );
