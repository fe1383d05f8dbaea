import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { listCoopsEndpoint } from '#shared/contract/headoffice/follow-up.ts';
import { schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';
import { listCoops } from '#web/api/headoffice.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { PageHeader, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Money } from '#web/ui/money.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { StatTile, Stats } from '#web/ui/stat-tile.tsx';
import { CoopsTable } from './coops-table.tsx';
import { Exports } from './exports.tsx';
import { Unsettled } from './unsettled.tsx';

type FollowUp = AnswerOf<typeof listCoopsEndpoint>;

interface Props {
  readonly department: string;
}

/** The cooperatives of the association: who has filed, who is late, the consolidated exports. */
export function CoopsPage({ department }: Props) {
  const [year, setYear] = useState<string>();
  const query = useQuery({
    queryKey: ['department', department, 'coops', year],
    queryFn: () => listCoops({ department }, year === undefined ? {} : { year }),
  });
  return (
    <Stack>
      <PageHeader
        title="Coopératives"
        intro={
          query.data &&
          `${query.data.department.name}, exercice ${schoolYearLabel(query.data.yearId)}`
        }
        actions={<LinkButton href={`/siege/${department}/comptes`}>Comptes bancaires</LinkButton>}
      />
      <Loaded query={query} lines={8}>
        {(followUp) => (
          <Stack>
            <Totals {...followUp} />
            {followUp.yearIds.length > 1 && (
              <SelectField
                name="year"
                short
                label="Exercice"
                value={followUp.yearId}
                onChange={setYear}
                options={followUp.yearIds.map((id) => ({
                  value: id,
                  label: schoolYearLabel(id),
                }))}
              />
            )}
            <CoopsTable department={department} yearId={followUp.yearId} coops={followUp.coops} />
            <Unsettled department={department} />
            <Exports department={department} yearId={followUp.yearId} />
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}

const Totals = ({ totals, department }: FollowUp) => (
  <section aria-label="L’association en chiffres">
    <Stats>
      <StatTile
        label="CRF déposés"
        value={`${totals.submitted + totals.accepted} sur ${totals.coops}`}
        note={
          <>
            à rendre avant le <DayText day={department.crfDueOn} long />
          </>
        }
      />
      <StatTile label="À examiner" value={totals.submitted} note="déposés, sans décision" />
      <StatTile label="En retard" value={totals.late} note="rien de déposé à la date" />
      <StatTile
        label="En banque"
        value={<Money amountCents={totals.bankCents} />}
        note="toutes les coopératives"
      />
      <StatTile
        label="En caisse"
        value={<Money amountCents={totals.cashCents} />}
        note="en espèces"
      />
    </Stats>
  </section>
);
