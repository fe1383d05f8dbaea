import { useQuery } from '@tanstack/preact-query';
import { openAttachment } from '#web/api/documents.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import css from './detail.module.css';

/** Signed links live five minutes; a page left open asks for new ones before that. */
const linkMs = 240_000;

interface Props {
  readonly coopId: string;
  readonly attachmentIds: readonly string[];
}

/** The photos and papers of an entry, each opened by a signed link. */
export const Attachments = ({ coopId, attachmentIds }: Props) => (
  <ul class={css['attachments']}>
    {attachmentIds.map((attachmentId) => (
      <li key={attachmentId}>
        <Attachment coopId={coopId} attachmentId={attachmentId} />
      </li>
    ))}
  </ul>
);

function Attachment({ coopId, attachmentId }: { coopId: string; attachmentId: string }) {
  const query = useQuery({
    queryKey: ['attachment', coopId, attachmentId],
    queryFn: () => openAttachment({ coopId, attachmentId }),
    staleTime: linkMs,
    refetchInterval: linkMs,
  });
  return (
    <Loaded query={query} lines={1}>
      {({ url, fileName, sizeBytes }) => (
        <LinkButton href={url} outside newTab icon="file">
          {fileName} ({sizeWords(sizeBytes)})
        </LinkButton>
      )}
    </Loaded>
  );
}

const oneDecimal = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

const sizeWords = (sizeBytes: number): string =>
  sizeBytes < 1_000_000
    ? `${Math.max(1, Math.round(sizeBytes / 1_000))}\u00A0ko`
    : `${oneDecimal.format(sizeBytes / 1_000_000)}\u00A0Mo`;
