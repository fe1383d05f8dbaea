import { useMutation } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { confirmMatch } from '#web/api/bank.ts';
import { formErrorsOf, type FormError } from '#web/ui/form-errors.tsx';
import { newId } from '#web/ui/new-id.ts';
import { useAutosave } from '#web/ui/use-autosave.ts';
import { postEntry, saveDraft } from '#web/api/ledger.ts';
import { useUploads } from '#web/api/use-uploads.ts';
import type { LedgerEntry } from '../ledger-entry.ts';
import { useRefreshBooks } from '../queries.ts';
import type { EditorStart } from './editor-start.ts';
import type { EntryForm } from './entry-form.ts';
import { asUploaded, keptFilesOf, noFile, type KeptFile } from './kept-files.ts';
import { readEntryForm, type EntryToSend, type FieldErrors } from './read-entry-form.ts';
import { refusedFields } from './refused-fields.ts';

/** What can be asked of a form. */
export type Act = 'post' | 'draft' | 'check';

const asFormErrors = (errors: FieldErrors): readonly FormError[] =>
  Object.entries(errors).map(([field, message]) => ({ field, message }));

/** The entry form at work: what is typed and kept, its files, what stops it, what was recorded. */
export function useEntryEditor(
  coopId: string,
  start: EditorStart,
  onRecorded: (entry: LedgerEntry) => void,
) {
  const { id, version, form, attachmentIds } = start;
  const files: readonly KeptFile[] = attachmentIds.map((fileId) => ({ ...noFile, id: fileId }));
  const kept = useAutosave(start.place, { id, reversalId: newId(), version, form, files });
  const uploads = useUploads(coopId, kept.value.files.map(asUploaded));
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [wanted, setWanted] = useState<Act>();
  const [checked, setChecked] = useState<EntryToSend>();

  const refuse = (error: unknown) =>
    setErrors(asFormErrors(refusedFields(kept.value.form, formErrorsOf(error))));
  const record = useRecord(coopId, start, {
    ids: kept.value,
    onRefused: refuse,
    onRecorded: (entry) => {
      kept.clear();
      onRecorded(entry);
    },
  });

  const run = (act: Act) => {
    if (uploads.files.some(({ state }) => state === 'failed'))
      return setErrors([{ field: 'attachmentIds', message: failedFile }]);
    const reading = { attachmentIds: uploads.attachmentIds, draft: act === 'draft' };
    const read = readEntryForm(kept.value.form, reading);
    setErrors(read.ok ? [] : asFormErrors(read.errors));
    if (read.ok && act === 'check') setChecked(read.entry);
    else if (read.ok) record.mutate({ act, entry: read.entry });
  };

  // Whatever is asked while a photo is on its way waits for it.
  useEffect(() => {
    if (wanted === undefined || uploads.busy) return;
    setWanted(undefined);
    run(wanted);
  }, [wanted, uploads.busy]);
  useEffect(() => {
    const now = keptFilesOf(uploads.files);
    if (JSON.stringify(now) !== JSON.stringify(kept.value.files))
      kept.setValue((value) => ({ ...value, files: now }));
  }, [uploads.attachmentIds.join()]);

  return {
    form: kept.value.form,
    change: (patch: Partial<EntryForm>) =>
      kept.setValue((value) => ({ ...value, form: { ...value.form, ...patch } })),
    kept,
    uploads,
    errors,
    setErrors,
    refuse,
    record,
    ask: setWanted,
    waiting: wanted !== undefined || record.isPending,
    checked,
    closeCheck: () => setChecked(undefined),
  };
}

export type EntryEditorState = ReturnType<typeof useEntryEditor>;

const failedFile = 'Un fichier n’est pas parti\u00A0: réessayez, ou retirez-le.';

interface Recording {
  readonly ids: { readonly id: string; readonly version: number };
  readonly onRecorded: (entry: LedgerEntry) => void;
  readonly onRefused: (error: unknown) => void;
}

/** Sends the entry to be posted or kept as a draft, then has the books asked again. */
function useRecord(coopId: string, { line }: EditorStart, recording: Recording) {
  const { id, version } = recording.ids;
  const refresh = useRefreshBooks(coopId);
  return useMutation({
    mutationFn: async ({ act, entry }: { readonly act: Act; readonly entry: EntryToSend }) => {
      if (act === 'draft') return saveDraft({ coopId, entryId: id }, { version, entry });
      const posted = await postEntry({ coopId }, { id, entry });
      if (line) await meet(coopId, posted.id, line);
      return posted;
    },
    onSuccess: async (recorded) => {
      recording.onRecorded(recorded);
      await refresh();
    },
    onError: recording.onRefused,
  });
}

/** The line names its entry; should that fail, the bank's page still proposes it. */
const meet = (coopId: string, entryId: string, line: NonNullable<EditorStart['line']>) =>
  confirmMatch(
    { coopId, matchId: newId() },
    { bankAccountId: line.bankAccountId, lineIds: [line.lineId], entryIds: [entryId] },
  ).catch(() => undefined);
