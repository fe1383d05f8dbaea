import { useQuery } from '@tanstack/preact-query';
import { Card } from '#web/ui/card.tsx';
import { PageHeader, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { NewCollectionForm } from './new-collection-form.tsx';
import { purposesQuery } from './queries.ts';

interface Props {
  readonly coopId: string;
}

/** Opens a collecte: what, how much, by when, from whom. */
export function NewCollectionPage({ coopId }: Props) {
  const query = useQuery(purposesQuery(coopId));
  return (
    <Stack>
      <PageHeader
        title="Nouvelle collecte"
        intro={'La participation des familles est volontaire\u00A0: aucun enfant n’est exclu.'}
        back={{ href: `/coops/${coopId}/collectes`, label: 'Collectes' }}
      />
      <Loaded query={query} lines={6}>
        {(purposes) => (
          <Card>
            <NewCollectionForm coopId={coopId} {...purposes} />
          </Card>
        )}
      </Loaded>
    </Stack>
  );
}
