import { useState } from 'preact/hooks';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { BankLineWords } from './bank-line-words.tsx';
import type { BankLine } from './reconciliation.ts';
import type { Matching } from './use-matching.ts';

interface Props {
  readonly line: BankLine;
  readonly onMark: Matching['mark'];
  readonly onClose: () => void;
}

/** Leaves a line for later, with what is to be found out; or says that it is none of ours. */
export function ExplainDialog({ line, onMark, onClose }: Props) {
  const [note, setNote] = useState(line.note ?? '');
  const lineId = line.id;
  const send = (event: Event) => {
    event.preventDefault();
    onMark({ lineId, mark: 'toExplain', ...(note.trim() !== '' && { note }) });
  };
  return (
    <Dialog open title="Ligne à expliquer" onClose={onClose}>
      <form onSubmit={send}>
        <Stack>
          <BankLineWords line={line} />
          <TextField
            name="note"
            label="Ce qu’il faut savoir"
            hint={'Par exemple\u00A0: demander à Paul ce qu’il a payé. Sans nom d’élève.'}
            optional
            value={note}
            onChange={setNote}
            maxLength={200}
          />
          <Button type="submit" look="primary" wide>
            Noter « à expliquer »
          </Button>
          <Button wide onClick={() => onMark({ lineId, mark: 'apart' })}>
            Mettre de côté{'\u00A0'}: ce n’est pas une opération de la coopérative
          </Button>
          <Button look="quiet" wide onClick={onClose}>
            Fermer
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
