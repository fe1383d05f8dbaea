import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { Button } from '#web/ui/button.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Money } from '#web/ui/money.tsx';
import { ShowMore } from '#web/ui/show-more.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import {
  latestBatchOf,
  matchedLinesOf,
  type MatchedLines as Matched,
  type Reconciliation,
} from './reconciliation.ts';
import type { Matching } from './use-matching.ts';
import css from './workbench.module.css';

interface Props {
  readonly coopId: string;
  readonly reconciliation: Reconciliation;
  readonly matching: Matching;
  readonly mayWrite: boolean;
}

/** The next ones are a click away. */
const pageSize = 10;

/** What is explained, folded; each match can still be undone, and automatic ones all at once. */
export function MatchedLines({ coopId, reconciliation, matching, mayWrite }: Props) {
  const [shownCount, setShownCount] = useState(pageSize);
  const matched = matchedLinesOf(reconciliation);
  if (matched.length === 0) return null;
  const batch = latestBatchOf(matched);
  return (
    <details class={css['sheet']}>
      <summary>
        {matched.length === 1 ? '1 rapprochement fait' : `${matched.length} rapprochements faits`}
      </summary>
      {mayWrite && batch && (
        <Button
          icon="undo"
          busy={matching.isUndoingAll}
          onClick={() => matching.undoAll(batch.batchId)}
        >
          {batch.count === 1
            ? 'Annuler le rapprochement automatique'
            : `Annuler les ${batch.count} rapprochements automatiques`}
        </Button>
      )}
      <ul class={css['matched']}>
        {matched.slice(0, shownCount).map((one) => (
          <MatchedItem
            key={one.match.id}
            coopId={coopId}
            matched={one}
            matching={matching}
            mayWrite={mayWrite}
          />
        ))}
      </ul>
      {shownCount < matched.length && (
        <ShowMore
          shownCount={shownCount}
          totalCount={matched.length}
          onMore={() => setShownCount(shownCount + pageSize)}
        />
      )}
    </details>
  );
}

interface ItemProps extends Omit<Props, 'reconciliation'> {
  readonly matched: Matched;
}

function MatchedItem({ coopId, matched: { match, lines }, matching, mayWrite }: ItemProps) {
  const label = lines[0]?.label ?? '';
  return (
    <li>
      {lines.map((line) => (
        <span key={line.id} class={css['matchedLine']}>
          <span class={css['day']}>
            <DayText day={line.date} />
          </span>
          <span class={css['label']}>{line.label}</span>
          <strong class={css['amount']}>
            <Money amountCents={line.amountCents} signed />
          </strong>
        </span>
      ))}
      {match.automatic && (
        <span class={css['why']}>
          <StatusTag tone="info">Automatique</StatusTag>
          <span class={css['soft']}>{match.automatic.reasons.join(' · ')}</span>
        </span>
      )}
      <span class={css['acts']}>
        {match.journalEntryIds.map((id, index) => (
          <Link
            key={id}
            href={`/coops/${coopId}/ecritures/${id}`}
            aria-label={`Voir l’écriture ${match.journalEntryIds.length === 1 ? '' : index + 1} de ${label}`}
          >
            {match.journalEntryIds.length === 1 ? 'Voir l’écriture' : `Écriture ${index + 1}`}
          </Link>
        ))}
        {mayWrite && (
          <Button
            look="quiet"
            icon="undo"
            busy={matching.undoing === match.id}
            label={`Annuler le rapprochement de ${label}`}
            onClick={() => matching.undo(match.id)}
          >
            Annuler
          </Button>
        )}
      </span>
    </li>
  );
}
