import { Link } from 'wouter-preact';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Money } from '#web/ui/money.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import type { Home } from './home-task.tsx';
import css from './home.module.css';

/** What each kind of entry is, in the words of a mandataire. */
const kindWords: ReadonlyMap<string, string> = new Map([
  ['expense', 'argent sorti'],
  ['income', 'argent entré'],
  ['transfer', 'virement interne'],
  ['deposit', 'remise en banque'],
  ['payout', 'versement d’une plateforme'],
  ['opening', 'ouverture de l’exercice'],
  ['reversal', 'annulation'],
]);

interface Props {
  readonly coopId: string;
  readonly recent: Home['recent'];
}

/** The last things that were written down, each leading to its entry. */
export const RecentEntries = ({ coopId, recent }: Props) => (
  <Card
    title="Dernières écritures"
    aside={recent.length > 0 && <Link href={`/coops/${coopId}/journal`}>Tout le journal</Link>}
  >
    {recent.length === 0 ? (
      <EmptyState
        title="Rien n’est encore noté."
        action={
          <LinkButton icon="plus" href={`/coops/${coopId}/saisie`}>
            Noter une opération
          </LinkButton>
        }
      >
        Commencez par ce que dit le dernier ticket de caisse{'\u00A0'}: une photo suffit.
      </EmptyState>
    ) : (
      <ul class={css['entries']}>
        {recent.map((entry) => (
          <RecentEntry key={entry.id} coopId={coopId} entry={entry} />
        ))}
      </ul>
    )}
  </Card>
);

const RecentEntry = ({ coopId, entry }: { coopId: string; entry: Home['recent'][number] }) => (
  <li class={css['entry']}>
    <Link href={`/coops/${coopId}/ecritures/${entry.id}`} class={css['label']}>
      {entry.label}
    </Link>
    <Money amountCents={entry.amountCents} />
    <span class={css['about']}>
      <DayText day={entry.entryDate} />, {kindWords.get(entry.kind) ?? entry.kind}
      {entry.status === 'draft' && (
        <>
          {' '}
          <StatusTag tone="warning">Brouillon</StatusTag>
        </>
      )}
    </span>
  </li>
);
