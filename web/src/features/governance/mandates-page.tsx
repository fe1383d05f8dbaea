import { useQuery } from '@tanstack/preact-query';
import { listMandates } from '#web/api/governance.ts';
import { useMay } from '#web/api/me.ts';
import { Card } from '#web/ui/card.tsx';
import { PageHeader, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Handover } from './handover.tsx';
import { MandatesTable } from './mandates-table.tsx';

interface Props {
  readonly coopId: string;
}

/** Who holds what, from when to when, and how to hand it over. */
export function MandatesPage({ coopId }: Props) {
  const mayHandOver = useMay(coopId, 'governance:handover');
  const query = useQuery({
    queryKey: ['mandates', coopId],
    queryFn: async () => (await listMandates({ coopId })).mandates,
  });
  return (
    <Stack>
      <PageHeader
        title="Mandats"
        intro="Qui tient les comptes de la coopérative, et jusqu’à quand."
      />
      <Card title="Qui a quel rôle">
        <Loaded query={query}>{(mandates) => <MandatesTable mandates={mandates} />}</Loaded>
      </Card>
      {mayHandOver && <Handover coopId={coopId} />}
    </Stack>
  );
}
