import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useSearchParams } from 'wouter-preact';
import { schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';
import { homeQuery } from '#web/api/home-query.ts';
import { useMay } from '#web/api/me.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { PageHeader, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { Segmented } from '#web/ui/tabs.tsx';
import css from './journal/journal.module.css';
import { Journal, type JournalView } from './journal/journal.tsx';
import { entriesQuery } from './queries.ts';

interface Props {
  readonly coopId: string;
}

const views: readonly { readonly value: JournalView; readonly label: string }[] = [
  { value: 'simple', label: 'Vue simple' },
  { value: 'expert', label: 'Vue comptable' },
];

/** Everything that was written down in a year, found again in seconds. */
export function JournalPage({ coopId }: Props) {
  const [asked, setAsked] = useSearchParams();
  const [view, setView] = useState<JournalView>('simple');
  const home = useQuery(homeQuery(coopId));
  const mayWrite = useMay(coopId, 'ledger:draft');
  const yearId = asked.get('exercice') ?? home.data?.currentYearId;
  const years = home.data?.years ?? [];
  return (
    <Stack>
      <PageHeader
        title="Journal"
        intro="Tout ce qui est entré et sorti, jour après jour."
        actions={
          mayWrite && (
            <LinkButton look="primary" icon="plus" href={`/coops/${coopId}/saisie`}>
              Noter une opération
            </LinkButton>
          )
        }
      />
      <div class={css['tools']}>
        <Segmented label="Vue" name="vue" options={views} value={view} onChange={setView} />
        {years.length > 1 && (
          <SelectField
            name="exercice"
            label="Exercice"
            value={yearId ?? ''}
            onChange={(exercice) => setAsked({ exercice })}
            options={years.map(({ id, status }) => ({
              value: id,
              label: `${schoolYearLabel(id)}${status === 'closed' ? ' (clos)' : ''}`,
            }))}
          />
        )}
      </div>
      {yearId === undefined ? (
        <Loaded query={{ ...home, data: undefined }}>{() => null}</Loaded>
      ) : (
        <Year coopId={coopId} yearId={yearId} view={view} />
      )}
    </Stack>
  );
}

function Year({ coopId, yearId, view }: Props & { yearId: string; view: JournalView }) {
  const query = useQuery(entriesQuery(coopId, yearId));
  return (
    <Loaded query={query} lines={8}>
      {(entries) => <Journal key={yearId} coopId={coopId} entries={entries} view={view} />}
    </Loaded>
  );
}
