import { useQuery } from '@tanstack/preact-query';
import { useSearchParams } from 'wouter-preact';
import type { Day } from '#shared/domain/dates.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Money } from '#web/ui/money.tsx';
import { PagedTable } from '#web/ui/paged-table.tsx';
import { EntryName } from './entry-name.tsx';
import { Identity } from './identity.tsx';
import { reconciliationQuery } from './queries.ts';
import type { BankLine, WaitingEntry } from './reconciliation.ts';
import { StateOnField } from './state-on-field.tsx';

interface Props {
  readonly coopId: string;
  readonly bankAccountId: string;
  readonly on: Day;
}

/** The account as it was at the end of a day: its identity, and what was open on both sides. */
export function StateOn({ coopId, bankAccountId, on }: Props) {
  const query = useQuery(reconciliationQuery(coopId, bankAccountId, on));
  const [, setAsked] = useSearchParams();
  return (
    <Stack>
      <Loaded query={query} lines={6}>
        {(reconciliation) => (
          <Stack>
            <Identity reconciliation={reconciliation} on={on} />
            <Waiting coopId={coopId} entries={reconciliation.waitingEntries} />
            <NotWritten lines={reconciliation.lines} />
          </Stack>
        )}
      </Loaded>
      <StateOnField on={on} />
      <div>
        <Button icon="back" onClick={() => setAsked({})}>
          Revenir à aujourd’hui
        </Button>
      </div>
    </Stack>
  );
}

const Waiting = ({
  coopId,
  entries,
}: {
  readonly coopId: string;
  readonly entries: readonly WaitingEntry[];
}) => (
  <Card title="Dans le journal, pas encore à la banque">
    <PagedTable
      caption="Écritures en attente ce jour-là"
      captionUnseen
      pageSize={50}
      rows={entries}
      rowKey={({ id }) => id}
      empty="Aucune."
      columns={[
        { key: 'day', title: 'Date', cell: ({ entryDate }) => <DayText day={entryDate} /> },
        {
          key: 'label',
          title: 'Écriture',
          names: true,
          cell: (entry) => <EntryName coopId={coopId} entry={entry} />,
        },
        {
          key: 'amount',
          title: 'Montant',
          align: 'end',
          cell: ({ amountCents }) => <Money amountCents={amountCents} signed />,
        },
      ]}
    />
  </Card>
);

const NotWritten = ({ lines }: { readonly lines: readonly BankLine[] }) => (
  <Card title="À la banque, pas encore dans le journal">
    <PagedTable
      caption="Lignes de la banque à noter ce jour-là"
      captionUnseen
      pageSize={50}
      rows={lines}
      rowKey={({ id }) => id}
      empty="Aucune."
      columns={[
        { key: 'day', title: 'Date', cell: ({ date }) => <DayText day={date} /> },
        { key: 'label', title: 'Ligne de la banque', names: true, cell: ({ label }) => label },
        {
          key: 'amount',
          title: 'Montant',
          align: 'end',
          cell: ({ amountCents }) => <Money amountCents={amountCents} signed />,
        },
      ]}
    />
  </Card>
);
