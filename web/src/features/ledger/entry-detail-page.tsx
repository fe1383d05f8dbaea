import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useMay } from '#web/api/me.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Columns, PageHeader, Row, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Attachments } from './detail/attachments.tsx';
import { CancelDialog } from './detail/cancel-dialog.tsx';
import { EntryFacts } from './detail/entry-facts.tsx';
import { EntryLines } from './detail/entry-lines.tsx';
import { isUnmatched } from './journal/journal-filter.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { chartQuery, entryQuery, projectsQuery } from './queries.ts';
import { isCorrectable } from './writing/entry-form.ts';

interface Props {
  readonly coopId: string;
  readonly entryId: string;
}

/** One entry: its facts, its proofs, what it is tied to, and how to put it right. */
export function EntryDetailPage({ coopId, entryId }: Props) {
  const query = useQuery(entryQuery(useQueryClient(), coopId, entryId));
  if (query.data) return <Detail coopId={coopId} {...query.data} />;
  return (
    <Stack>
      <PageHeader title="Écriture" back={{ href: `/coops/${coopId}/journal`, label: 'Journal' }} />
      <Loaded query={query} lines={6}>
        {() => null}
      </Loaded>
    </Stack>
  );
}

interface DetailProps {
  readonly coopId: string;
  readonly entry: LedgerEntry;
  readonly entries: readonly LedgerEntry[];
}

function Detail({ coopId, entry, entries }: DetailProps) {
  const { data: accounts = [] } = useQuery(chartQuery(coopId));
  const { data: projects = [] } = useQuery(projectsQuery(coopId));
  const mayPost = useMay(coopId, 'ledger:post');
  const isDraft = entry.status === 'draft';
  return (
    <Stack>
      <PageHeader
        title={entry.label}
        intro={isDraft ? 'Brouillon, pas encore dans les comptes' : `Écriture n° ${entry.number}`}
        back={{ href: `/coops/${coopId}/journal`, label: 'Journal' }}
        actions={
          isDraft && (
            <LinkButton look="primary" href={`/coops/${coopId}/saisie?brouillon=${entry.id}`}>
              Finir ce brouillon
            </LinkButton>
          )
        }
      />
      <State coopId={coopId} entry={entry} />
      <Columns>
        <Card title="L’essentiel">
          <EntryFacts coopId={coopId} entry={entry} entries={entries} />
        </Card>
        <Card title="Pièces">
          {entry.attachmentIds.length > 0 ? (
            <Attachments coopId={coopId} attachmentIds={entry.attachmentIds} />
          ) : (
            <p>{noFileWords(entry)}</p>
          )}
        </Card>
      </Columns>
      <Card title="En comptabilité">
        <EntryLines lines={entry.lines} accounts={accounts} projects={projects} />
      </Card>
      {mayPost && !isDraft && <PutRight coopId={coopId} entry={entry} />}
    </Stack>
  );
}

const noFileWords = ({ voucherSha256, noVoucherReason }: LedgerEntry): string => {
  if (voucherSha256 !== undefined) return 'Le justificatif détaillé a été produit par le portail.';
  return noVoucherReason === undefined
    ? 'Aucune pièce jointe.'
    : `Pas de pièce : ${noVoucherReason}`;
};

/** Whether it still counts, and whether the bank has shown it. */
function State({ coopId, entry }: Omit<DetailProps, 'entries'>) {
  if (entry.reversedBy !== undefined)
    return <Notice tone="warning" title="Cette écriture a été annulée." />;
  if (entry.bankMatchId !== undefined)
    return <Notice tone="success" title="Rapprochée d’une ligne de la banque." />;
  if (!isUnmatched(entry)) return null;
  return (
    <Notice
      title="La banque ne l’a pas encore montrée."
      actions={<LinkButton href={`/coops/${coopId}/banque`}>Aller à la banque</LinkButton>}
    />
  );
}

/** A posted entry never changes: it is corrected or taken back, visibly. */
function PutRight({ coopId, entry }: Omit<DetailProps, 'entries'>) {
  const [cancelling, setCancelling] = useState(false);
  if (entry.reversedBy !== undefined || entry.kind === 'reversal' || entry.kind === 'opening')
    return null;
  if (entry.bankMatchId !== undefined)
    return (
      <Card title="Une erreur ?">
        <p>
          Elle est rapprochée de la banque : annulez d’abord le rapprochement, sur la page Banque,
          pour pouvoir la corriger.
        </p>
        <Row>
          <LinkButton href={`/coops/${coopId}/banque`}>Aller à la banque</LinkButton>
        </Row>
      </Card>
    );
  return (
    <Card title="Une erreur ?">
      <p>
        Une écriture enregistrée ne s’efface pas : elle est annulée par une écriture inverse, et
        remplacée si vous la corrigez.
      </p>
      <Row>
        {isCorrectable(entry) && (
          <LinkButton href={`/coops/${coopId}/saisie?corrige=${entry.id}`}>Corriger</LinkButton>
        )}
        <Button look="danger" onClick={() => setCancelling(true)}>
          Annuler l’écriture
        </Button>
      </Row>
      {cancelling && (
        <CancelDialog coopId={coopId} entry={entry} onClose={() => setCancelling(false)} />
      )}
    </Card>
  );
}
