import { useQuery } from '@tanstack/preact-query';
import { cents } from '#shared/domain/money.ts';
import { schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';
import { readNationalTotals } from '#web/api/headoffice.ts';
import { PageHeader, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Money } from '#web/ui/money.tsx';
import { Table } from '#web/ui/table.tsx';

/** Totals of the network by association, never a name. */
export function NationPage() {
  const query = useQuery({ queryKey: ['nation'], queryFn: () => readNationalTotals() });
  return (
    <Stack>
      <PageHeader
        title="Le réseau"
        intro={
          query.data &&
          `Exercice ${schoolYearLabel(query.data.yearId)}, par association départementale`
        }
      />
      <Loaded query={query} lines={4}>
        {({ departments }) => (
          <Table
            caption="Associations départementales"
            rows={departments}
            rowKey={({ code }) => code}
            empty="Aucune association n’a encore de coopérative sur le portail."
            columns={[
              { key: 'name', title: 'Association', names: true, cell: ({ name }) => name },
              {
                key: 'coops',
                title: 'Coopératives',
                align: 'end',
                cell: ({ coops }) => coops,
                foot: departments.reduce((sum, { coops }) => sum + coops, 0),
              },
              {
                key: 'submitted',
                title: 'CRF à examiner',
                align: 'end',
                cell: ({ submitted }) => submitted,
              },
              {
                key: 'accepted',
                title: 'CRF acceptés',
                align: 'end',
                cell: ({ accepted }) => accepted,
              },
              {
                key: 'bank',
                title: 'En banque',
                align: 'end',
                cell: ({ bankCents }) => <Money amountCents={bankCents} />,
                foot: (
                  <Money
                    amountCents={cents(
                      departments.reduce((sum, { bankCents }) => sum + bankCents, 0),
                    )}
                  />
                ),
              },
              {
                key: 'cash',
                title: 'En caisse',
                align: 'end',
                cell: ({ cashCents }) => <Money amountCents={cashCents} />,
                foot: (
                  <Money
                    amountCents={cents(
                      departments.reduce((sum, { cashCents }) => sum + cashCents, 0),
                    )}
                  />
                ),
              },
            ]}
          />
        )}
      </Loaded>
    </Stack>
  );
}
