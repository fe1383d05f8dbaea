import { useQuery } from '@tanstack/preact-query';
import { openAttachment } from '#web/api/documents.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Facts, Row, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Money } from '#web/ui/money.tsx';
import { nameOf, type Payout } from './payout-words.ts';

/** Signed links live five minutes; a dialog left open asks for new ones before that. */
const linkMs = 240_000;

interface Props {
  readonly coopId: string;
  readonly payout: Payout;
  readonly onClose: () => void;
}

/** The papers of a booked payout: its voucher, the list of its operations, its entry. */
export function PayoutPapers({ coopId, payout, onClose }: Props) {
  const { voucherId, linesId, entryId = '', reversalId } = payout;
  return (
    <Dialog open title="Pièces du versement" onClose={onClose}>
      <Stack>
        <Facts
          facts={[
            ['Versement', nameOf(payout)],
            ['Arrivée', <DayText key="on" day={payout.arrivalOn} long />],
            ['Net en banque', <Money key="net" amountCents={payout.netCents} />],
          ]}
        />
        <Row>
          {voucherId !== undefined && (
            <Paper coopId={coopId} attachmentId={voucherId} words="Justificatif (PDF)" />
          )}
          {linesId !== undefined && (
            <Paper coopId={coopId} attachmentId={linesId} words="Opérations (tableur CSV)" />
          )}
          <LinkButton href={`/coops/${coopId}/ecritures/${entryId}`}>Voir l’écriture</LinkButton>
          {reversalId !== undefined && (
            <LinkButton href={`/coops/${coopId}/ecritures/${reversalId}`}>
              Voir l’annulation
            </LinkButton>
          )}
        </Row>
      </Stack>
    </Dialog>
  );
}

interface PaperProps {
  readonly coopId: string;
  readonly attachmentId: string;
  readonly words: string;
}

function Paper({ coopId, attachmentId, words }: PaperProps) {
  const query = useQuery({
    queryKey: ['attachment', coopId, attachmentId],
    queryFn: () => openAttachment({ coopId, attachmentId }),
    staleTime: linkMs,
    refetchInterval: linkMs,
  });
  return (
    <Loaded query={query} lines={1}>
      {({ url }) => (
        <LinkButton href={url} outside newTab icon="file">
          {words}
        </LinkButton>
      )}
    </Loaded>
  );
}
