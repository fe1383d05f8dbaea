import type { Collection, Family } from '#shared/domain/collections/collection.ts';
import { asksSeat } from '#shared/domain/collections/seat.ts';
import { html, link, type Html } from '#functions/platform/html.ts';

const form = (token: string, answer: string, label: string, look = ''): Html => html`
  <form method="post" action="${link(`/f/${token}/place/${answer}`)}">
    <button class="button ${look}">${label}</button>
  </form>
`;

/** The family's answer about its seat, by plain forms. */
export function seatPart(
  collection: Collection,
  { pupil, seat }: Family,
  token: string,
): Html | undefined {
  if (!asksSeat(collection)) return undefined;
  const { capacity, seatsTaken } = collection;
  const isFull = capacity !== undefined && seatsTaken >= capacity && seat !== 'confirmed';
  return html`
    <section class="no-print">
      <h2>La place de ${pupil}</h2>
      ${seat === 'confirmed' && html`<p>Vous avez confirmé sa participation.</p>`}
      ${seat === 'declined' && html`<p>Vous avez indiqué que votre enfant ne participera pas.</p>`}
      ${seat === undefined && html`<p>Dites-nous si votre enfant participera.</p>`}
      ${isFull && html`<p>Toutes les places sont prises pour le moment.</p>`}
      ${seat !== 'confirmed' && !isFull && form(token, 'confirmer', 'Confirmer sa place')}
      ${seat !== 'declined' && form(token, 'decliner', 'Il ou elle ne participera pas', 'plain')}
    </section>
  `;
}
