import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { ProblemError } from '#web/api/problem-error.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { FormErrors } from '#web/ui/form-errors.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Segmented } from '#web/ui/tabs.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { today } from '#web/ui/today.ts';
import type { ChartAccount, LedgerEntry } from '../ledger-entry.ts';
import { CashQuotaNotice } from './cash-quota-notice.tsx';
import { CorrectionDialog } from './correction-dialog.tsx';
import { newStart, type EditorStart } from './editor-start.ts';
import { EntryFields } from './entry-fields.tsx';
import { nextForm, withKind, type BankNumber, type FormKind } from './entry-form.ts';
import { moveOf } from './transfer-moves.ts';
import { useChoices } from './use-choices.ts';
import { useEntryEditor, type EntryEditorState } from './use-entry-editor.ts';
import css from './writing.module.css';
import { Written } from './written.tsx';

interface Props {
  readonly coopId: string;
  readonly start: EditorStart;
  readonly chart: readonly ChartAccount[];
  readonly bankNumbers: readonly BankNumber[];
  /** Opens a fresh form. */
  readonly onNext: (start: EditorStart) => void;
}

const kinds: readonly { readonly value: FormKind; readonly label: string }[] = [
  { value: 'expense', label: 'Argent sorti' },
  { value: 'income', label: 'Argent entré' },
  { value: 'transfer', label: 'Virement interne' },
];

/** An entry being written, then what became of it. */
export function EntryEditor({ coopId, start, chart, bankNumbers, onNext }: Props) {
  const [, navigate] = useLocation();
  const [written, setWritten] = useState<LedgerEntry>();
  const editor = useEntryEditor(coopId, start, (entry) => {
    if (entry.status === 'posted') return setWritten(entry);
    showToast({ message: 'Brouillon gardé. Vous le retrouverez en haut du journal.' });
    navigate(`/coops/${coopId}/journal`);
  });
  const choices = useChoices(coopId, editor.form, chart);
  const { form, record } = editor;
  if (written)
    return (
      <Written
        coopId={coopId}
        entry={written}
        corrected={start.corrects}
        fromBank={start.line !== undefined}
        onNext={() => onNext(newStart(coopId, nextForm(form, today())))}
      />
    );
  const isNew = start.version === 0 && start.corrects === undefined;
  return (
    <Stack>
      {editor.kept.restored && <Restored editor={editor} />}
      <FormErrors errors={editor.errors} problem={record.error} />
      <AlreadyRecorded coopId={coopId} editor={editor} />
      <Card>
        <form
          noValidate
          class={css['form']}
          onSubmit={(event) => {
            event.preventDefault();
            editor.ask(start.corrects ? 'check' : choices.mayPost ? 'post' : 'draft');
          }}
        >
          {isNew && (
            <Segmented
              label="Genre d’opération"
              name="kind"
              options={kinds}
              value={form.kind}
              onChange={(kind) => editor.change(withKind(form, kind))}
            />
          )}
          <EntryFields
            editor={editor}
            choices={choices}
            bankNumbers={bankNumbers}
            filling={start.filling}
          />
          {form.kind === 'transfer' && moveOf(form) === 'deposit' && (
            <CashQuotaNotice
              coopId={coopId}
              accountNumber={form.toAccountNumber}
              entryDate={form.entryDate}
            />
          )}
          <Acts start={start} editor={editor} mayPost={choices.mayPost} />
        </form>
      </Card>
      {start.corrects && editor.checked && (
        <CorrectionDialog
          coopId={coopId}
          original={start.corrects}
          entry={editor.checked}
          editor={editor}
          onCorrected={setWritten}
        />
      )}
    </Stack>
  );
}

/** What can be done with the form: one main act, a draft beside it. */
function Acts({
  start,
  editor,
  mayPost,
}: Pick<Props, 'start'> & { readonly editor: EntryEditorState; readonly mayPost: boolean }) {
  const { uploads, waiting, ask } = editor;
  const says = waiting && uploads.busy ? 'Envoi du fichier…' : undefined;
  if (start.corrects)
    return (
      <div class={css['acts']}>
        <Button type="submit" look="primary" busy={waiting}>
          {says ?? 'Vérifier la correction'}
        </Button>
      </div>
    );
  return (
    <div class={css['acts']}>
      {mayPost && (
        <Button type="submit" look="primary" busy={waiting}>
          {says ?? 'Enregistrer l’écriture'}
        </Button>
      )}
      <Button
        look={mayPost ? 'secondary' : 'primary'}
        busy={waiting && !mayPost}
        onClick={() => ask('draft')}
      >
        Garder en brouillon
      </Button>
    </div>
  );
}

const Restored = ({ editor }: { readonly editor: EntryEditorState }) => (
  <Notice
    title="Votre saisie de la dernière fois est là."
    actions={
      <Button
        icon="retry"
        onClick={() => {
          editor.kept.restart();
          editor.uploads.clear();
          editor.setErrors([]);
        }}
      >
        Recommencer à zéro
      </Button>
    }
  >
    Elle était gardée sur cet appareil, rien n’est perdu.
  </Notice>
);

/** The answer of an earlier try was lost: the entry is in the books, with what was typed then. */
const AlreadyRecorded = ({
  coopId,
  editor,
}: Pick<Props, 'coopId'> & { readonly editor: EntryEditorState }) =>
  editor.record.error instanceof ProblemError && editor.record.error.code === 'entry_id_reused' ? (
    <LinkButton href={`/coops/${coopId}/ecritures/${editor.kept.value.id}`}>
      Voir l’écriture déjà enregistrée
    </LinkButton>
  ) : null;
