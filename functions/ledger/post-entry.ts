import type { postEntryEndpoint } from '#shared/contract/ledger/post-entry.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import { checkSimpleEntry } from '#shared/domain/ledger/check-simple-entry.ts';
import { fiscalYearIdOf } from '#shared/domain/ledger/fiscal-year.ts';
import { postEntry as post } from '#shared/domain/ledger/post-entry.ts';
import { contentOf } from '#shared/domain/ledger/simple-entry.ts';
import { reject } from '#shared/domain/result.ts';
import { postingBy } from '#functions/platform/posting.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { knowsAttachments } from '#functions/stores/attachments.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { appendEntries, findEntry } from '#functions/stores/entries.ts';
import { commit } from '#functions/stores/table.ts';
import { findYear } from '#functions/stores/years.ts';

/** Posts an entry. Asked again with the same id and content, it answers as at first. */
export const postEntry: UseCase<typeof postEntryEndpoint> = async (call) => {
  const { actor, scope, body, now, today, requestId } = call;
  const yearId = fiscalYearIdOf(body.entry.entryDate);
  const [year, known] = await Promise.all([findYear(scope, yearId), findEntry(scope, body.id)]);
  if (!year) return reject('date_outside_fiscal_year', 'entryDate');
  const content = contentOf(body.id, body.entry);
  const alreadyPosted = known?.status === 'posted' ? known : undefined;
  const book = { year, chart: chart2024, alreadyPosted };
  const checked = alreadyPosted ? undefined : checkSimpleEntry(body.entry, chart2024);
  if (checked && !checked.ok) return checked;
  if (!alreadyPosted && !(await knowsAttachments(scope, content.attachmentIds)))
    return reject('attachment_unknown', 'attachmentIds');
  const posted = post(content, book, postingBy(actor.userId, now, today));
  if (posted.ok && !alreadyPosted)
    await commit([
      ...appendEntries(scope, year, [posted.value], known?.status === 'draft' ? [known] : []),
      recordAct(scope, {
        act: 'post-entry',
        target: body.id,
        by: actor.userId,
        at: now,
        correlationId: requestId,
      }),
    ]);
  return posted;
};
