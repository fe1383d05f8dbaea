import { Button, LinkButton } from '#web/ui/button.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { BankLineWords } from './bank-line-words.tsx';
import { candidatesFor, type BankLine, type WaitingEntry } from './reconciliation.ts';
import css from './bank.module.css';

interface Props {
  readonly line: BankLine;
  readonly waitingEntries: readonly WaitingEntry[];
  readonly writeHref: string;
  readonly writeWords: string;
  readonly onChoose: (entryId: string) => void;
  readonly onClose: () => void;
}

/** How many entries of another amount are shown, to help find the mistake. */
const othersMax = 8;

/** The entries that wait, those of the same amount first: only these can be the line. */
export function ChooseEntryDialog(props: Props) {
  const { line, waitingEntries, writeHref, writeWords, onChoose, onClose } = props;
  const { fitting, others } = candidatesFor(line, waitingEntries);
  return (
    <Dialog
      open
      title="Quelle écriture est-ce ?"
      onClose={onClose}
      actions={
        <>
          <LinkButton href={writeHref} icon="plus">
            {writeWords}
          </LinkButton>
          <Button onClick={onClose}>Fermer</Button>
        </>
      }
    >
      <Stack>
        <BankLineWords line={line} />
        {fitting.length === 0 && (
          <p>Aucune écriture en attente n’a ce montant. Saisissez-la, ou corrigez-la d’abord.</p>
        )}
        <ul class={css['candidates']}>
          {fitting.map((entry) => (
            <li key={entry.id} class={css['candidate']}>
              <EntryWords entry={entry} />
              <Button
                icon="check"
                label={`C’est elle : écriture n° ${entry.number}, ${entry.label}`}
                onClick={() => onChoose(entry.id)}
              >
                C’est elle
              </Button>
            </li>
          ))}
        </ul>
        {others.length > 0 && (
          <details>
            <summary>Écritures en attente d’un autre montant</summary>
            <ul class={css['candidates']}>
              {others.slice(0, othersMax).map((entry) => (
                <li key={entry.id} class={css['candidate']}>
                  <EntryWords entry={entry} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </Stack>
    </Dialog>
  );
}

const EntryWords = ({ entry }: { readonly entry: WaitingEntry }) => (
  <span>
    n° {entry.number}, {entry.label}, le <DayText day={entry.entryDate} />,{' '}
    <Money amountCents={entry.amountCents} signed />
  </span>
);
