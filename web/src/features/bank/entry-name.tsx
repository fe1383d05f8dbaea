import { Link } from 'wouter-preact';
import { entryWords, type WaitingEntry } from './reconciliation.ts';

interface Props {
  readonly coopId: string;
  readonly entry: WaitingEntry;
}

/** An entry by its number and label; a link to it when the journal shows it. */
export const EntryName = ({ coopId, entry }: Props) =>
  entry.number === undefined ? (
    <>{entryWords(entry)}</>
  ) : (
    <Link href={`/coops/${coopId}/ecritures/${entry.id}`}>{entryWords(entry)}</Link>
  );
