import { useMutation, useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { formatLongDay } from '#shared/domain/dates.ts';
import { formatCents, sumCents } from '#shared/domain/money.ts';
import { reverseEntry } from '#web/api/ledger.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { ProblemNotice } from '#web/ui/notice.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { today } from '#web/ui/today.ts';
import { entryAmountCents, type LedgerEntry } from '../ledger-entry.ts';
import { useRefreshBooks, yearQuery } from '../queries.ts';
import type { EntryToSend } from './read-entry-form.ts';
import { reversalDay } from './reversal-day.ts';
import type { EntryEditorState } from './use-entry-editor.ts';

interface Props {
  readonly coopId: string;
  readonly original: LedgerEntry;
  readonly entry: EntryToSend;
  readonly editor: EntryEditorState;
  readonly onCorrected: (correction: LedgerEntry) => void;
}

/** Check before a correction: what is taken back, what replaces it, and why. */
export function CorrectionDialog(props: Props) {
  const { coopId, original, entry, editor } = props;
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const correct = useCorrection(props);
  const { data: year } = useQuery(yearQuery(coopId, original.fiscalYearId ?? ''));
  const on = year ? reversalDay(year, today()) : today();
  const send = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') correct.mutate({ on, reason: reason.trim() });
  };
  return (
    <Dialog
      open
      title="Vérifiez avant de corriger"
      onClose={editor.closeCheck}
      actions={
        <>
          <Button look="primary" busy={correct.isPending} onClick={send}>
            Corriger l’écriture
          </Button>
          <Button onClick={editor.closeCheck}>Revenir à la saisie</Button>
        </>
      }
    >
      <Stack>
        {correct.error && <ProblemNotice problem={correct.error} />}
        <ol>
          <li>
            L’écriture n° {original.number}, « {original.label} »,{' '}
            {formatCents(entryAmountCents(original))}, sera annulée par une écriture inverse datée
            du {formatLongDay(on)}.
          </li>
          <li>
            Une nouvelle écriture prendra sa place : « {entry.label} »,{' '}
            {formatCents(totalOf(entry))}, le {formatLongDay(entry.entryDate)}.
          </li>
        </ol>
        <p>Les trois écritures restent visibles dans le journal.</p>
        <TextField
          name="reason"
          label="Pourquoi cette correction ?"
          hint="Par exemple : erreur de montant."
          value={reason}
          onChange={setReason}
          maxLength={120}
          error={missing ? 'Dites pourquoi, en quelques mots.' : undefined}
        />
      </Stack>
    </Dialog>
  );
}

/** Sends the reversal and its correction as one act. */
function useCorrection({ coopId, original, entry, editor, onCorrected }: Props) {
  const refresh = useRefreshBooks(coopId);
  const { id, reversalId } = editor.kept.value;
  return useMutation({
    mutationFn: (asked: { readonly on: EntryToSend['entryDate']; readonly reason: string }) =>
      reverseEntry(
        { coopId, entryId: original.id },
        { reversalId, ...asked, correction: { id, entry } },
      ),
    onSuccess: async ({ correction }) => {
      editor.kept.clear();
      await refresh();
      if (correction) onCorrected(correction);
    },
    onError: editor.refuse,
  });
}

const totalOf = (entry: EntryToSend) =>
  entry.kind === 'transfer'
    ? entry.amountCents
    : sumCents(entry.splits.map(({ amountCents }) => amountCents));
