import { useState } from 'preact/hooks';
import { classNames } from '#web/ui/class-names.ts';
import { DayText } from '#web/ui/day-text.tsx';
import { Money } from '#web/ui/money.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { ShowMore } from '#web/ui/show-more.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { entriesFor, entryWords, type BankLine, type WaitingEntry } from './reconciliation.ts';
import type { Workbench } from './use-workbench.ts';
import css from './workbench.module.css';

interface Props {
  readonly waitingEntries: readonly WaitingEntry[];
  /** The line somebody is at: entries of its amount come first. */
  readonly line: BankLine | undefined;
  readonly bench: Workbench;
  readonly mayWrite: boolean;
}

/** The next ones are a click away. */
const pageSize = 12;

/** The entries that no line has met, to be ticked; folded away on a phone. */
export function BooksPane(props: Props) {
  const { waitingEntries } = props;
  const isNarrow = useNarrow();
  const title = `Journal, en attente (${waitingEntries.length})`;
  if (isNarrow)
    return (
      <details class={css['folded']}>
        <summary>{title}</summary>
        <Entries {...props} />
      </details>
    );
  return (
    <section aria-label="Journal">
      <h3 class={css['paneTitle']}>{title}</h3>
      <Entries {...props} />
    </section>
  );
}

function Entries({ waitingEntries, line, bench, mayWrite }: Props) {
  const [words, setWords] = useState('');
  const [shownCount, setShownCount] = useState(pageSize);
  if (waitingEntries.length === 0)
    return <p class={css['soft']}>Toutes les écritures du compte sont sur le relevé.</p>;
  const found = entriesFor(line, waitingEntries, words);
  return (
    <div data-entries>
      {waitingEntries.length > pageSize && (
        <SearchField label="Chercher une écriture" value={words} onChange={setWords} />
      )}
      <ul class={css['entries']}>
        {found.slice(0, shownCount).map((entry) => (
          <li key={entry.id}>
            <EntryChoice entry={entry} line={line} bench={bench} mayWrite={mayWrite} />
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class={css['soft']}>Aucune écriture ne correspond à ces mots.</p>}
      {shownCount < found.length && (
        <ShowMore
          shownCount={shownCount}
          totalCount={found.length}
          onMore={() => setShownCount(shownCount + pageSize)}
        />
      )}
    </div>
  );
}

interface ChoiceProps extends Pick<Props, 'line' | 'bench' | 'mayWrite'> {
  readonly entry: WaitingEntry;
}

function EntryChoice({ entry, line, bench, mayWrite }: ChoiceProps) {
  const { id, entryDate, amountCents } = entry;
  const fits = amountCents === line?.amountCents;
  const words = (
    <span class={css['entryWords']}>
      <span>{entryWords(entry)}</span>
      <span class={css['soft']}>
        <DayText day={entryDate} />
        {fits && ' · même montant'}
      </span>
    </span>
  );
  const amount = (
    <strong class={css['amount']}>
      <Money amountCents={amountCents} signed />
    </strong>
  );
  if (!mayWrite)
    return (
      <div class={classNames(css['entry'], fits && css['fits'])}>
        {words}
        {amount}
      </div>
    );
  return (
    <label class={classNames(css['entry'], fits && css['fits'])}>
      <input
        type="checkbox"
        checked={bench.entries.includes(entry)}
        onChange={() => bench.toggleEntry(id)}
      />
      {words}
      {amount}
    </label>
  );
}
