import { Button } from '#web/ui/button.tsx';
import { BankLineWords } from './bank-line-words.tsx';
import { apartLinesOf, type Reconciliation } from './reconciliation.ts';
import type { Matching } from './use-matching.ts';
import css from './workbench.module.css';

interface Props {
  readonly reconciliation: Reconciliation;
  readonly matching: Matching;
  readonly mayWrite: boolean;
}

/** The lines that are no operation of the cooperative, folded; each can be taken back. */
export function ApartLines({ reconciliation, matching, mayWrite }: Props) {
  const lines = apartLinesOf(reconciliation);
  if (lines.length === 0) return null;
  return (
    <details class={css['sheet']}>
      <summary>
        {lines.length === 1 ? '1 ligne mise de côté' : `${lines.length} lignes mises de côté`}
      </summary>
      <p class={css['soft']}>
        Ce sont les mouvements de centralisation du compte (Trésoft), ou ce que vous avez mis de
        côté. Elles ne s’écrivent pas dans le journal.
      </p>
      <ul class={css['matched']}>
        {lines.map((line) => (
          <li key={line.id}>
            <BankLineWords line={line} />
            {mayWrite && (
              <Button
                look="quiet"
                icon="undo"
                label={`Remettre avec les autres\u00A0: ${line.label}`}
                onClick={() => matching.mark({ lineId: line.id, mark: 'ordinary' })}
              >
                Remettre avec les autres
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
