import { useMutation } from '@tanstack/preact-query';
import { discardDraft, postEntry } from '#web/api/ledger.ts';
import { sentenceOf } from '#web/api/problem-error.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Row } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { entryAmountCents, kindLabels, type LedgerEntry } from '../ledger-entry.ts';
import { useRefreshBooks } from '../queries.ts';
import { formOfEntry } from '../writing/entry-form.ts';
import { readEntryForm, type EntryToSend } from '../writing/read-entry-form.ts';
import css from './journal.module.css';
import { useDelayedDiscard } from './use-delayed-discard.ts';

interface Props {
  readonly coopId: string;
  readonly drafts: readonly LedgerEntry[];
  readonly mayPost: boolean;
}

/** What waits to be posted, each with its three ways on. */
export function Drafts({ coopId, drafts, mayPost }: Props) {
  const refresh = useRefreshBooks(coopId);
  const { hidden, discard } = useDelayedDiscard(
    (entryId) => discardDraft({ coopId, entryId }),
    refresh,
  );
  const shown = drafts.filter(({ id }) => !hidden.has(id));
  if (shown.length === 0) return null;
  return (
    <Card title={shown.length === 1 ? '1 brouillon' : `${shown.length} brouillons`}>
      <ul class={css['drafts']}>
        {shown.map((draft) => (
          <Draft
            key={draft.id}
            coopId={coopId}
            draft={draft}
            mayPost={mayPost}
            onDiscard={() => discard(draft)}
          />
        ))}
      </ul>
    </Card>
  );
}

interface DraftProps extends Omit<Props, 'drafts'> {
  readonly draft: LedgerEntry;
  readonly onDiscard: () => void;
}

function Draft({ coopId, draft, mayPost, onDiscard }: DraftProps) {
  const refresh = useRefreshBooks(coopId);
  const read = readEntryForm(formOfEntry(draft, '512'), {
    attachmentIds: draft.attachmentIds,
    draft: false,
  });
  const post = useMutation({
    mutationFn: (entry: EntryToSend) => postEntry({ coopId }, { id: draft.id, entry }),
    onSuccess: async ({ number }) => {
      showToast({ message: `Écriture n° ${number} enregistrée.` });
      await refresh();
    },
  });
  const missing = read.ok ? undefined : Object.values(read.errors).join(' ');
  const why = post.error ? sentenceOf(post.error) : missing;
  return (
    <li class={css['draft']}>
      <div>
        <strong>{draft.label}</strong>
        <div class={css['soft']}>
          <DayText day={draft.entryDate} />, {kindLabels[draft.kind].toLowerCase()},{' '}
          <Money amountCents={entryAmountCents(draft)} />
        </div>
      </div>
      <Row>
        {mayPost && read.ok && (
          <Button
            icon="check"
            busy={post.isPending}
            label={`Valider ${draft.label}`}
            onClick={() => post.mutate(read.entry)}
          >
            Valider
          </Button>
        )}
        <LinkButton
          href={`/coops/${coopId}/saisie?brouillon=${draft.id}`}
          label={`Modifier ${draft.label}`}
        >
          Modifier
        </LinkButton>
        <Button look="quiet" icon="trash" label={`Supprimer ${draft.label}`} onClick={onDiscard}>
          Supprimer
        </Button>
      </Row>
      {why !== undefined && <p class={css['reason']}>{why}</p>}
    </li>
  );
}
