import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { listMatchHistoryEndpoint } from '#shared/contract/bank/matching.ts';
import { dayInParis, formatDay } from '#shared/domain/dates.ts';
import { Loaded } from '#web/ui/loaded.tsx';
import { Money } from '#web/ui/money.tsx';
import { PagedTable } from '#web/ui/paged-table.tsx';
import { matchHistoryQuery } from './queries.ts';
import css from './workbench.module.css';

type Act = AnswerOf<typeof listMatchHistoryEndpoint>['acts'][number];

interface Props {
  readonly coopId: string;
  readonly bankAccountId: string;
}

/** Who matched what, and took it back; asked for when it is opened. */
export function MatchHistory({ coopId, bankAccountId }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details class={css['sheet']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Historique des rapprochements</summary>
      {open && <Acts coopId={coopId} bankAccountId={bankAccountId} />}
    </details>
  );
}

function Acts({ coopId, bankAccountId }: Props) {
  const query = useQuery(matchHistoryQuery(coopId, bankAccountId));
  return (
    <Loaded query={query}>
      {(acts) => (
        <PagedTable
          caption="Historique des rapprochements"
          captionUnseen
          pageSize={20}
          rows={acts}
          rowKey={({ matchId, act }) => `${matchId} ${act}`}
          empty="Aucun rapprochement pour l’instant."
          columns={[
            { key: 'at', title: 'Quand', cell: ({ at }) => formatDay(dayInParis(at)) },
            { key: 'what', title: 'Quoi', names: true, cell: whatOf },
            {
              key: 'amount',
              title: 'Montant',
              align: 'end',
              cell: ({ lines: [line] }) => line && <Money amountCents={line.amountCents} signed />,
            },
            { key: 'by', title: 'Qui', cell: ({ by, automatic }) => whoOf(by, automatic) },
          ]}
        />
      )}
    </Loaded>
  );
}

const whatOf = ({ act, lines }: Act): string => {
  const label = lines.map((line) => line.label).join(', ');
  return act === 'made' ? `Rapprochée\u00A0: ${label}` : `Annulé\u00A0: ${label}`;
};

const whoOf = (by: string, automatic: boolean): string =>
  automatic ? `${by}, automatiquement` : by;
