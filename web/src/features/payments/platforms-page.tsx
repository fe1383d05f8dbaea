import { useState } from 'preact/hooks';
import { useMay } from '#web/api/me.ts';
import { PageHeader, Stack } from '#web/ui/layout.tsx';
import { Tabs } from '#web/ui/tabs.tsx';
import { ConnectedPlatforms } from './connected-platforms.tsx';
import { ImportReport } from './import-report.tsx';
import { Inbox } from './inbox.tsx';
import { Payouts } from './payouts.tsx';

interface Props {
  readonly coopId: string;
}

const parts = [
  { id: 'versements', label: 'Versements' },
  { id: 'messages', label: 'Messages' },
  { id: 'fichier', label: 'Importer un fichier' },
  { id: 'plateformes', label: 'Plateformes reliées' },
] as const;

type Part = (typeof parts)[number]['id'];

/** What payment platforms paid out and told us, the files they give, and how they are connected. */
export function PlatformsPage({ coopId }: Props) {
  const [part, setPart] = useState<Part>('versements');
  const mayReadAll = useMay(coopId, 'collections:read');
  const mayReadInbox = useMay(coopId, 'inbox:read');
  // The association helps with what was received; the money of families is not its own.
  if (mayReadInbox && !mayReadAll)
    return (
      <Stack>
        <PageHeader
          title="Plateformes de paiement"
          intro="Ce que les plateformes ont dit à la coopérative, et ce qui en a été fait."
        />
        <Inbox coopId={coopId} />
      </Stack>
    );
  return (
    <Stack>
      <PageHeader
        title="Plateformes de paiement"
        intro="Chaque versement devient une écriture, avec la liste des paiements en justificatif."
        back={{ href: `/coops/${coopId}/collectes`, label: 'Collectes' }}
      />
      <Tabs label="Plateformes de paiement" tabs={parts} value={part} onChange={setPart}>
        {part === 'versements' && <Payouts coopId={coopId} />}
        {part === 'messages' && <Inbox coopId={coopId} />}
        {part === 'fichier' && <ImportReport coopId={coopId} />}
        {part === 'plateformes' && <ConnectedPlatforms coopId={coopId} />}
      </Tabs>
    </Stack>
  );
}
