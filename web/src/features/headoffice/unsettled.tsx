import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import { useMayInDepartment } from '#web/api/me.ts';
import { listUnsettled } from '#web/api/payments.ts';
import { Card } from '#web/ui/card.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { StatusTag, type StatusTone } from '#web/ui/status-tag.tsx';
import { PagedTable } from '#web/ui/paged-table.tsx';

const statusWords: Readonly<
  Record<'held' | 'failed' | 'abandoned', readonly [string, StatusTone]>
> = {
  held: ['En attente', 'warning'],
  failed: ['Refusé', 'danger'],
  abandoned: ['Abandonné', 'danger'],
};

/** What payment platforms told the cooperatives and is not settled: how many, and why. */
export function Unsettled({ department }: { readonly department: string }) {
  const query = useQuery({
    queryKey: ['department', department, 'inbox'],
    queryFn: () => listUnsettled({ department }),
  });
  const mayRead = useMayInDepartment(department, 'inbox:read');
  return (
    <Card title="Messages des plateformes en attente">
      <Loaded query={query} lines={3}>
        {({ coops }) => (
          <PagedTable
            pageSize={10}
            caption="Messages des plateformes en attente"
            captionUnseen
            rows={coops.flatMap(({ coopId, name, states }) =>
              states.map((state) => ({ coopId, name, ...state })),
            )}
            rowKey={({ coopId, status, reason }) => `${coopId} ${status} ${reason}`}
            empty="Rien n’attend."
            columns={[
              {
                key: 'coop',
                title: 'Coopérative',
                names: true,
                cell: ({ coopId, name }) =>
                  mayRead ? <Link href={`/coops/${coopId}/plateformes`}>{name}</Link> : name,
              },
              {
                key: 'status',
                title: 'État',
                cell: ({ status }) => (
                  <StatusTag tone={statusWords[status][1]}>{statusWords[status][0]}</StatusTag>
                ),
              },
              { key: 'reason', title: 'Raison', cell: ({ reason }) => reason },
              { key: 'count', title: 'Messages', align: 'end', cell: ({ count }) => count },
            ]}
          />
        )}
      </Loaded>
    </Card>
  );
}
