import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';
import { homeQuery } from '#web/api/home-query.ts';
import { PageHeader, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { today } from '#web/ui/today.ts';
import { CrfWork } from './year-end/crf-work.tsx';
import { OpenYear } from './year-end/open-year.tsx';
import { pickYear } from './year-end/pick-year.ts';

interface Props {
  readonly coopId: string;
}

/** The end of a year, step by step, to the filing of its CRF; and the start of the next. */
export function YearEndPage({ coopId }: Props) {
  const query = useQuery(homeQuery(coopId));
  return (
    <Stack>
      <PageHeader
        title="Fin d’année"
        intro="Contrôler les comptes, les faire signer, déposer le CRF au siège."
      />
      <Loaded query={query} lines={6}>
        {({ years, currentYearId }) => (
          <Years coopId={coopId} years={years} currentYearId={currentYearId} />
        )}
      </Loaded>
    </Stack>
  );
}

interface YearsProps extends Props {
  readonly years: readonly { readonly id: string; readonly status: 'open' | 'closed' }[];
  readonly currentYearId: string;
}

/** The year to work on. It is picked once: filing it must not show another in its place. */
function Years({ coopId, years, currentYearId }: YearsProps) {
  const [yearId, setYearId] = useState(() => pickYear(years, today()));
  const isOpen = years.some(({ id }) => id === currentYearId);
  return (
    <Stack>
      {!isOpen && <OpenYear coopId={coopId} yearId={currentYearId} previous={years.at(-1)?.id} />}
      {yearId !== undefined && (
        <>
          <SelectField
            name="yearId"
            short
            label="Exercice"
            value={yearId}
            onChange={setYearId}
            options={years.map(({ id, status }) => ({
              value: id,
              label: `${schoolYearLabel(id)}${status === 'closed' ? ' (clos)' : ''}`,
            }))}
          />
          <CrfWork key={yearId} coopId={coopId} yearId={yearId} />
        </>
      )}
    </Stack>
  );
}
