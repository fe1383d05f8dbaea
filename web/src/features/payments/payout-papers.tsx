import { useMutation, useQuery } from '@tanstack/preact-query';
import { openAttachment } from '#web/api/documents.ts';
import { printAnonymousCopy } from '#web/api/payouts.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Facts, Row, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Money } from '#web/ui/money.tsx';
import { ProblemNotice } from '#web/ui/notice.tsx';
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
  const { provider, id, voucherId, linesId, entryId = '', reversalId } = payout;
  const copy = useMutation({
    mutationFn: () => printAnonymousCopy({ coopId, provider, payoutId: id }),
    onSuccess: ({ url }) => window.location.assign(url),
  });
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
        {copy.error && <ProblemNotice problem={copy.error} />}
        <Row>
          {voucherId !== undefined && (
            <Paper coopId={coopId} attachmentId={voucherId} words="Justificatif (PDF)" />
          )}
          {linesId !== undefined && (
            <Paper coopId={coopId} attachmentId={linesId} words="Opérations (tableur CSV)" />
          )}
          {voucherId !== undefined && (
            <Button icon="download" busy={copy.isPending} onClick={() => copy.mutate()}>
              Exemplaire anonymisé (PDF)
            </Button>
          )}
          <LinkButton href={`/coops/${coopId}/ecritures/${entryId}`}>Voir l’écriture</LinkButton>
          {reversalId !== undefined && (
            <LinkButton href={`/coops/${coopId}/ecritures/${reversalId}`}>
              Voir l’annulation
            </LinkButton>
          )}
        </Row>
        {voucherId !== undefined && (
          <p>
            L’exemplaire anonymisé se montre en réunion de parents{'\u00A0'}: les payeurs n’y sont
            pas nommés, les élèves y sont en initiales. Il ne remplace pas le justificatif.
          </p>
        )}
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
