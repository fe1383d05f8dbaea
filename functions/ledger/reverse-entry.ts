import type { reverseEntryEndpoint } from '#shared/contract/ledger/reverse-entry.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import { checkSimpleEntry } from '#shared/domain/ledger/check-simple-entry.ts';
import type { EntryContent, PostedEntry } from '#shared/domain/ledger/entry.ts';
import { fiscalYearIdOf } from '#shared/domain/ledger/fiscal-year.ts';
import { postAll } from '#shared/domain/ledger/post-all.ts';
import { reversalOf } from '#shared/domain/ledger/reversal.ts';
import { sameFacts } from '#shared/domain/ledger/seal.ts';
import { contentOf } from '#shared/domain/ledger/simple-entry.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { postingBy } from '#functions/platform/posting.ts';
import type { Call, UseCase } from '#functions/platform/use-case.ts';
import { knowsAttachments } from '#functions/stores/attachments.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { appendEntries, findEntry, markReversed } from '#functions/stores/entries.ts';
import { commit } from '#functions/stores/table.ts';
import { findYear } from '#functions/stores/years.ts';

type ReverseCall = Call<typeof reverseEntryEndpoint>;

/** Takes a posted entry back and, in the same transaction, posts what it should have been. */
export const reverseEntry: UseCase<typeof reverseEntryEndpoint> = async (call) => {
  const { actor, scope, params, body, now, today } = call;
  const original = await findEntry(scope, params.entryId);
  if (!original) return reject('not_found');
  if (original.status === 'draft') return reject('entry_not_posted');
  const contents = contentsOf(original, call);
  if (original.reversedBy === body.reversalId) return answerRetry(call, contents);
  if (original.reversedBy !== undefined) return reject('already_reversed');
  if (original.bankMatchId !== undefined || original.postalMatchId !== undefined)
    return reject('entry_matched');
  if (body.correction) {
    const checked = checkSimpleEntry(body.correction.entry, chart2024);
    if (!checked.ok) return checked;
    if (!(await knowsAttachments(scope, body.correction.entry.attachmentIds)))
      return reject('attachment_unknown', 'attachmentIds');
  }
  const year = await findYear(scope, fiscalYearIdOf(body.on));
  if (!year) return reject('date_outside_fiscal_year', 'on');
  const used = await Promise.all(contents.map(({ id }) => findEntry(scope, id)));
  if (used.some((entry) => entry !== undefined)) return reject('entry_id_reused');
  const posted = postAll(contents, year, chart2024, () => postingBy(actor.userId, now, today));
  if (!posted.ok) return posted;
  await commit([
    ...appendEntries(scope, year, posted.value),
    markReversed(scope, original, body.reversalId),
    recordAct(scope, {
      act: 'reverse-entry',
      target: original.id,
      by: actor.userId,
      at: now,
      correlationId: call.requestId,
    }),
  ]);
  return answerOf(posted.value);
};

const contentsOf = (original: PostedEntry, { body }: ReverseCall): readonly EntryContent[] => {
  const { reversalId: id, on, reason, correction } = body;
  const reversal = reversalOf(original, { id, on, reason });
  return correction
    ? [reversal, { ...contentOf(correction.id, correction.entry), corrects: original.id }]
    : [reversal];
};

async function answerRetry({ scope }: ReverseCall, contents: readonly EntryContent[]) {
  const kept = await Promise.all(contents.map(({ id }) => findEntry(scope, id)));
  const same = kept.map((entry, index) => {
    const content = contents[index];
    return entry?.status === 'posted' && content && sameFacts(content, entry) ? entry : undefined;
  });
  const entries = same.filter((entry) => entry !== undefined);
  return entries.length === contents.length ? answerOf(entries) : reject('entry_id_reused');
}

function answerOf([reversal, correction]: readonly PostedEntry[]) {
  if (!reversal) throw new RangeError('a reversal always has its entry');
  return accept(correction ? { reversal, correction } : { reversal });
}
