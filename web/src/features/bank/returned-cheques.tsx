import { Link } from 'wouter-preact';
import { LinkButton } from '#web/ui/button.tsx';
import { classNames } from '#web/ui/class-names.ts';
import type { BankLine, ReturnedCheque } from './reconciliation.ts';
import css from './workbench.module.css';

interface Props {
  readonly coopId: string;
  readonly line: BankLine;
  readonly returned: readonly ReturnedCheque[];
  readonly mayWrite: boolean;
}

/** The cheques that a line may take back, each in its deposit; the collecte books it as unpaid. */
export const ReturnedCheques = ({ coopId, line, returned, mayWrite }: Props) => (
  <ul class={classNames(css['suggestions'], css['unranked'])}>
    {returned.map(({ collectionId, paymentId, depositEntryId, depositLabel, reasons }, rank) => (
      <li key={paymentId}>
        <div class={css['suggestion']}>
          <span>
            Ce chèque était peut-être dans{'\u00A0'}:{' '}
            <Link href={`/coops/${coopId}/ecritures/${depositEntryId}`}>{depositLabel}</Link>
          </span>
          <span class={css['soft']}>{reasons.join(' · ')}</span>
        </div>
        {mayWrite && (
          <LinkButton
            icon="undo"
            {...(rank === 0 && { look: 'primary' as const })}
            href={`/coops/${coopId}/collectes/${collectionId}?${new URLSearchParams({ impaye: paymentId, le: line.date }).toString()}`}
            label={`Noter l’impayé\u00A0: ${depositLabel}`}
          >
            Noter l’impayé
          </LinkButton>
        )}
      </li>
    ))}
  </ul>
);
