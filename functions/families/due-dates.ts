import type { openDueDatesEndpoint } from '#shared/contract/families/page.ts';
import { formatCents, zeroCents } from '#shared/domain/money.ts';
import { isFree } from '#shared/domain/collections/collection.ts';
import type { Day } from '#shared/domain/dates.ts';
import { duePartsOf } from '#shared/domain/families/due.ts';
import { accept } from '#shared/domain/result.ts';
import { dueDatesFile, type DueEvent } from '#functions/papers/due-dates.ts';
import { requireEnv } from '#functions/platform/config.ts';
import { RawAnswer, type UseCase } from '#functions/platform/use-case.ts';
import { openedBy, type Opened } from './by-link.ts';
import { nothingHere, pageHeaders } from './frame.ts';

/** The calendar file of what is still to be paid. */
export const openDueDates: UseCase<typeof openDueDatesEndpoint> = async (call) => {
  const { params, now, today } = call;
  const opened = await openedBy(params.token);
  if (opened?.state !== 'open') return accept(nothingHere());
  return accept(
    new RawAnswer({
      statusCode: 200,
      headers: {
        ...pageHeaders,
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'attachment; filename="echeances.ics"',
      },
      body: dueDatesOf(opened, params.token, { now, today }),
    }),
  );
};

/** What is left to pay, a whole day each; for a collecte without a family, its last day. */
export function dueDatesOf(
  { collection, coop, own }: Pick<Opened, 'collection' | 'coop' | 'own'>,
  token: string,
  { now, today }: { readonly now: string; readonly today: Day },
): string {
  const url = `${requireEnv('APP_ORIGIN')}/f/${token}`;
  const paying = own?.family ?? { expectedCents: collection.expectedCents, paidCents: zeroCents };
  const left = duePartsOf(collection, paying, today).filter(({ leftCents }) => leftCents > 0);
  const about = own ? `Référence ${own.family.reference}` : 'Participation volontaire';
  const eventOf = (dueOn: Day, asked: string): DueEvent => ({
    id: `${own?.family.id ?? collection.id}-${dueOn}@tirelire`,
    dueOn,
    title: `${asked}\u00A0: ${collection.title}`,
    text: `${coop.schoolName}. ${about}. ${url}`,
    url,
  });
  const events = isFree(collection)
    ? [eventOf(collection.dueOn, 'Dernier jour')]
    : left.map(({ dueOn, leftCents }) => eventOf(dueOn, `${formatCents(leftCents)} à payer`));
  return dueDatesFile(collection.title, events, now);
}
