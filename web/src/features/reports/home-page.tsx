import { useQuery } from '@tanstack/preact-query';
import { homeQuery } from '#web/api/home-query.ts';
import { useMay } from '#web/api/me.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Checklist } from '#web/ui/checklist.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Columns, PageHeader, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Money } from '#web/ui/money.tsx';
import { StatTile, Stats } from '#web/ui/stat-tile.tsx';
import { stepOf, type Home } from './home/home-task.tsx';
import { RecentEntries } from './home/recent-entries.tsx';
import css from './home/home.module.css';

interface Props {
  readonly coopId: string;
}

/** The first page of a cooperative: how much is there, what must I do, what just happened. */
export function HomePage({ coopId }: Props) {
  const query = useQuery(homeQuery(coopId));
  const mayWrite = useMay(coopId, 'ledger:draft');
  return (
    <Stack>
      <PageHeader
        title="Accueil"
        intro={query.data && `${query.data.coop.schoolName}, ${query.data.coop.city}`}
        actions={
          mayWrite && (
            <LinkButton look="primary" icon="plus" href={`/coops/${coopId}/saisie`}>
              Noter une dépense
            </LinkButton>
          )
        }
      />
      <Loaded query={query} lines={4}>
        {(home) => (
          <Stack>
            <Treasury {...home} />
            <Columns>
              <Tasks coopId={coopId} home={home} />
              <RecentEntries coopId={coopId} recent={home.recent} />
            </Columns>
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}

const Treasury = ({ bankCents, cashCents, classAdvanceCents }: Home) => (
  <section aria-label="L’argent de la coopérative">
    <Stats>
      <StatTile
        label="En banque"
        value={<Money amountCents={bankCents} />}
        note="d’après vos écritures"
      />
      <StatTile label="En caisse" value={<Money amountCents={cashCents} />} note="en espèces" />
      <StatTile
        label="Confié aux classes"
        value={<Money amountCents={classAdvanceCents} />}
        note="régies d’avance"
      />
    </Stats>
  </section>
);

const Tasks = ({ coopId, home }: Props & { readonly home: Home }) => (
  <Card title="À faire">
    {home.tasks.length === 0 ? (
      <p class={css['calm']}>
        <Icon name="check" /> Rien n’attend{'\u00A0'}: tout est à jour.
      </p>
    ) : (
      <Checklist label="À faire" steps={home.tasks.map((task) => stepOf(coopId, task))} />
    )}
  </Card>
);
