import { useQuery } from '@tanstack/preact-query';
import { useSearchParams } from 'wouter-preact';
import { formatDay, isDay } from '#shared/domain/dates.ts';
import { formatCents } from '#shared/domain/money.ts';
import { Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { ApartLines } from './apart-lines.tsx';
import { Identity } from './identity.tsx';
import { ImportStatement } from './import-statement.tsx';
import { MatchHistory } from './match-history.tsx';
import { MatchedLines } from './matched-lines.tsx';
import { reconciliationQuery } from './queries.ts';
import type { Reconciliation } from './reconciliation.ts';
import { StateOn } from './state-on.tsx';
import { StateOnField } from './state-on-field.tsx';
import { useMatching } from './use-matching.ts';
import { Workbench } from './workbench.tsx';

interface Props {
  readonly coopId: string;
  readonly account: Reconciliation['bankAccount'];
  readonly mayWrite: boolean;
}

/** One bank account: as it is now, or, with `?au=2026-08-31`, as it was at the end of a day. */
export function Reconcile(props: Props) {
  const [asked] = useSearchParams();
  const on = asked.get('au') ?? '';
  return isDay(on) ? (
    <StateOn key={on} coopId={props.coopId} bankAccountId={props.account.id} on={on} />
  ) : (
    <Now {...props} />
  );
}

/** The verdict, the next statement, what waits on both sides, what is explained, and since when. */
function Now({ coopId, account, mayWrite }: Props) {
  const query = useQuery(reconciliationQuery(coopId, account.id));
  const matching = useMatching(coopId, account.id);
  return (
    <Loaded query={query} lines={6}>
      {(reconciliation) => {
        const given = { coopId, reconciliation, matching, mayWrite };
        return (
          <Stack>
            <Identity reconciliation={reconciliation} />
            <MissingPeriods reconciliation={reconciliation} />
            {mayWrite && (
              <ImportStatement
                coopId={coopId}
                bankAccountId={account.id}
                hasLines={reconciliation.lines.length > 0}
                onImported={matching.matchAll}
              />
            )}
            <Workbench {...given} />
            <MatchedLines {...given} />
            <ApartLines {...given} />
            <MatchHistory coopId={coopId} bankAccountId={account.id} />
            <StateOnField />
          </Stack>
        );
      }}
    </Loaded>
  );
}

const words = (text: string): string => (isDay(text) ? formatDay(text) : text);

/** The statements that nobody imported, as the balances of the others tell. */
function MissingPeriods({ reconciliation }: { readonly reconciliation: Reconciliation }) {
  const { missingPeriods } = reconciliation;
  if (missingPeriods.length === 0) return null;
  return (
    <Notice
      tone="warning"
      title={missingPeriods.length === 1 ? 'Il manque un relevé' : 'Il manque des relevés'}
    >
      <ul>
        {missingPeriods.map(({ from, to, missingCents }) => (
          <li key={from}>
            Il manque la période du {words(from)} au {words(to)}
            {missingCents !== null && ` (le solde y a changé de ${formatCents(missingCents)})`}.
          </li>
        ))}
      </ul>
    </Notice>
  );
}
