import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { ShowMore } from '#web/ui/show-more.tsx';
import { ImportStatement } from './import-statement.tsx';
import { Identity } from './identity.tsx';
import { MatchedLines } from './matched-lines.tsx';
import { OpenLineCard } from './open-line-card.tsx';
import { reconciliationQuery } from './queries.ts';
import { openLinesOf, sureLinesOf, type OpenLine, type Reconciliation } from './reconciliation.ts';
import { useMatching, type Matching } from './use-matching.ts';
import css from './bank.module.css';

interface Props {
  readonly coopId: string;
  readonly account: Reconciliation['bankAccount'];
  readonly mayWrite: boolean;
}

/** One bank account: its verdict, the lines to match, those matched, and the next statement. */
export function Reconcile({ coopId, account, mayWrite }: Props) {
  const query = useQuery(reconciliationQuery(coopId, account.id));
  const matching = useMatching(coopId, account.id);
  return (
    <Stack>
      <Loaded query={query} lines={6}>
        {(reconciliation) => (
          <Stack>
            <Identity reconciliation={reconciliation} />
            {mayWrite && <ImportStatement coopId={coopId} bankAccountId={account.id} />}
            <ToMatch
              coopId={coopId}
              reconciliation={reconciliation}
              matching={matching}
              mayWrite={mayWrite}
            />
            <MatchedLines
              coopId={coopId}
              reconciliation={reconciliation}
              matching={matching}
              mayWrite={mayWrite}
            />
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}

interface ToMatchProps extends Omit<Props, 'account'> {
  readonly reconciliation: Reconciliation;
  readonly matching: Matching;
}

/** The next ones are a click away. */
const pageSize = 20;

const pairingsOf = (lines: readonly OpenLine[]) =>
  lines.flatMap(({ line, entry }) => (entry ? [{ lineId: line.id, entryId: entry.id }] : []));

function ToMatch({ coopId, reconciliation, matching, mayWrite }: ToMatchProps) {
  const [shownCount, setShownCount] = useState(pageSize);
  const open = openLinesOf(reconciliation);
  const sure = sureLinesOf(open);
  if (reconciliation.lines.length === 0) return null;
  if (open.length === 0)
    return (
      <Card title="Lignes à rapprocher">
        <p>Toutes les lignes de la banque sont rapprochées.</p>
      </Card>
    );
  return (
    <Card
      title={open.length === 1 ? '1 ligne à rapprocher' : `${open.length} lignes à rapprocher`}
      aside={
        mayWrite &&
        sure.length > 1 && (
          <Button
            look="primary"
            icon="check"
            busy={matching.busyLineIds.size > 1}
            onClick={() => matching.confirm(pairingsOf(sure))}
          >
            Confirmer les {sure.length} sûres
          </Button>
        )
      }
    >
      <ul class={css['lines']}>
        {open.slice(0, shownCount).map((openLine) => (
          <li key={openLine.line.id} class={css['line']}>
            <OpenLineCard
              coopId={coopId}
              bankAccountId={reconciliation.bankAccount.id}
              openLine={openLine}
              waitingEntries={reconciliation.waitingEntries}
              matching={matching}
              mayWrite={mayWrite}
            />
          </li>
        ))}
      </ul>
      {shownCount < open.length && (
        <ShowMore
          shownCount={shownCount}
          totalCount={open.length}
          onMore={() => setShownCount(shownCount + pageSize)}
        />
      )}
    </Card>
  );
}
