import { useState } from 'preact/hooks';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Row } from '#web/ui/layout.tsx';
import { ShowMore } from '#web/ui/show-more.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { BooksPane } from './books-pane.tsx';
import { ExplainDialog } from './explain-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { LineItem } from './line-item.tsx';
import { automaticCountOf, openLinesOf, type Reconciliation } from './reconciliation.ts';
import { RunningBar } from './running-bar.tsx';
import type { Matching } from './use-matching.ts';
import { useWorkbench } from './use-workbench.ts';
import css from './workbench.module.css';

interface Props {
  readonly coopId: string;
  readonly reconciliation: Reconciliation;
  readonly matching: Matching;
  readonly mayWrite: boolean;
}

/** The next ones are a click away; a phone shows fewer at once. */
const pageSize = 20;
const narrowPageSize = 10;

/** The statement and the books beside each other: what still waits on both sides, and the keys. */
export function Workbench({ coopId, reconciliation, matching, mayWrite }: Props) {
  const isNarrow = useNarrow();
  const step = isNarrow ? narrowPageSize : pageSize;
  const [moreCount, setMoreCount] = useState(0);
  const shownCount = step * (moreCount + 1);
  const { bankAccount, waitingEntries } = reconciliation;
  const open = openLinesOf(reconciliation).filter(({ line }) => !matching.busyLineIds.has(line.id));
  const writeHref = (lineId: string) =>
    `/coops/${coopId}/saisie?${new URLSearchParams({ compte: bankAccount.id, ligne: lineId }).toString()}`;
  const shown = open.slice(0, shownCount);
  const bench = useWorkbench({ open: shown, waitingEntries, matching, mayWrite, writeHref });
  if (reconciliation.lines.length === 0) return null;
  const sureCount = automaticCountOf(reconciliation);
  return (
    <div ref={bench.frame} onKeyDown={bench.onKeyDown}>
      <Card
        title={titleOf(open.length)}
        aside={
          <Row>
            {mayWrite && sureCount > 0 && (
              <Button
                look="primary"
                icon="check"
                busy={matching.isMatchingAll}
                onClick={matching.matchAll}
              >
                {sureCount === 1
                  ? 'Rapprocher celle qui est sûre'
                  : `Rapprocher les ${sureCount} sûres`}
              </Button>
            )}
            {mayWrite && !isNarrow && (
              <Button look="quiet" icon="question" onClick={() => bench.run({ act: 'help' })}>
                Au clavier
              </Button>
            )}
          </Row>
        }
      >
        <RunningBar reconciliation={reconciliation} bench={bench} openCount={open.length} />
        {open.length === 0 ? (
          // After the last line the keys still work from here: one of them takes it back.
          <p data-settled tabIndex={-1}>
            Toutes les lignes de la banque sont rapprochées.
          </p>
        ) : (
          <div class={css['panes']}>
            <section aria-label="Relevé de la banque">
              <h3 class={css['paneTitle']}>Relevé de la banque</h3>
              <ul class={css['lines']}>
                {shown.map((openLine) => (
                  <LineItem
                    key={openLine.line.id}
                    coopId={coopId}
                    openLine={openLine}
                    bench={bench}
                    matching={matching}
                    mayWrite={mayWrite}
                    writeHref={writeHref(openLine.line.id)}
                  />
                ))}
              </ul>
              {shownCount < open.length && (
                <ShowMore
                  shownCount={shownCount}
                  totalCount={open.length}
                  onMore={() => setMoreCount(moreCount + 1)}
                />
              )}
            </section>
            <BooksPane
              waitingEntries={waitingEntries}
              line={bench.current?.line}
              bench={bench}
              mayWrite={mayWrite}
            />
          </div>
        )}
      </Card>
      {bench.dialog === 'help' && <KeysDialog onClose={bench.closeDialog} />}
      {bench.dialog === 'explain' && bench.current && (
        <ExplainDialog
          line={bench.current.line}
          onClose={bench.closeDialog}
          onMark={(marking) => {
            bench.closeDialog();
            matching.mark(marking);
          }}
        />
      )}
    </div>
  );
}

const titleOf = (count: number): string => {
  if (count === 0) return 'Lignes à rapprocher';
  return count === 1 ? '1 ligne à rapprocher' : `${count} lignes à rapprocher`;
};
