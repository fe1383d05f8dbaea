import { useMutation, useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { formatLongDay, type Day } from '#shared/domain/dates.ts';
import { formatCents } from '#shared/domain/money.ts';
import { reverseEntry } from '#web/api/ledger.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { newId } from '#web/ui/new-id.ts';
import { ProblemNotice } from '#web/ui/notice.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { today } from '#web/ui/today.ts';
import { entryAmountCents, type LedgerEntry } from '../ledger-entry.ts';
import { useRefreshBooks, yearQuery } from '../queries.ts';
import { reversalDay } from '../writing/reversal-day.ts';

interface Props {
  readonly coopId: string;
  readonly entry: LedgerEntry;
  readonly onClose: () => void;
}

/** Check before an entry is taken back for good: what happens, and why. */
export function CancelDialog({ coopId, entry, onClose }: Props) {
  const [reversalId] = useState(newId);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const { data: year } = useQuery(yearQuery(coopId, entry.fiscalYearId ?? ''));
  const on = year ? reversalDay(year, today()) : today();
  const refresh = useRefreshBooks(coopId);
  const cancel = useMutation({
    mutationFn: (asked: { readonly on: Day; readonly reason: string }) =>
      reverseEntry({ coopId, entryId: entry.id }, { reversalId, ...asked }),
    onSuccess: async ({ reversal }) => {
      showToast({
        message: `Écriture n° ${entry.number} annulée par l’écriture n° ${reversal.number}.`,
      });
      onClose();
      await refresh();
    },
  });
  const send = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') cancel.mutate({ on, reason: reason.trim() });
  };
  return (
    <Dialog
      open
      title="Vérifiez avant d’annuler"
      onClose={onClose}
      actions={
        <>
          <Button look="danger" busy={cancel.isPending} onClick={send}>
            Annuler l’écriture
          </Button>
          <Button onClick={onClose}>Ne rien changer</Button>
        </>
      }
    >
      <Stack>
        {cancel.error && <ProblemNotice problem={cancel.error} />}
        <p>
          L’écriture n° {entry.number}, « {entry.label} », {formatCents(entryAmountCents(entry))},
          sera annulée par une écriture inverse datée du {formatLongDay(on)}.
        </p>
        <p>Les deux resteront visibles dans le journal. Cela ne peut pas être défait.</p>
        <TextField
          name="reason"
          label="Pourquoi cette annulation ?"
          hint="Par exemple : saisie en double."
          value={reason}
          onChange={setReason}
          maxLength={120}
          error={missing ? 'Dites pourquoi, en quelques mots.' : undefined}
        />
      </Stack>
    </Dialog>
  );
}
