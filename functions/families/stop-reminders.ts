import type { askStopEndpoint, stopRemindersEndpoint } from '#shared/contract/families/page.ts';
import { accept } from '#shared/domain/result.ts';
import { html, link, type Html } from '#functions/platform/html.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { keepMailStop } from '#functions/stores/family-mails.ts';
import { commit } from '#functions/stores/table.ts';
import { openedBy, type Opened } from './by-link.ts';
import { heading, nothingHere, pageAnswer } from './frame.ts';

const page = ({ coop }: Opened, body: Html) =>
  pageAnswer({
    title: `Rappels · ${coop.schoolName}`,
    body: html`${heading(coop, 'Les rappels par courriel')}
      <section>${body}</section>`,
  });

/** Asks before anything stops: reading a mail, or scanning its links, changes nothing. */
export const askStop: UseCase<typeof askStopEndpoint> = async ({ params }) => {
  const opened = await openedBy(params.token, true);
  if (!opened?.own) return accept(nothingHere());
  return accept(
    page(
      opened,
      html`<p>
          Vous ne recevrez plus de rappel de cette coopérative, pour aucune collecte. Les reçus de
          vos paiements vous parviendront toujours.
        </p>
        <form method="post" action="${link(`/f/${params.token}/rappels`)}">
          <button class="button">Ne plus recevoir de rappels</button>
        </form>`,
    ),
  );
};

/** Stops the reminders to the address of the family; asked again, it stays so. */
export const stopReminders: UseCase<typeof stopRemindersEndpoint> = async ({ params, now }) => {
  const opened = await openedBy(params.token, true);
  if (!opened?.own) return accept(nothingHere());
  const { contactMail } = opened.own.family;
  if (contactMail !== undefined) await commit([keepMailStop(opened.scope, contactMail, now)]);
  return accept(
    page(
      opened,
      html`<p role="status">C’est noté${'\u00A0'}: vous ne recevrez plus de rappel.</p>
        <p><a href="${link(`/f/${params.token}`)}">Revenir à la page de la famille</a></p>`,
    ),
  );
};
