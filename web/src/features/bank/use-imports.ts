import { useRef, useState } from 'preact/hooks';
import { importStatement } from '#web/api/bank.ts';
import { newId } from '#web/ui/new-id.ts';
import { asksHow, queryOf, type Reading } from './file-reading.ts';
import { fileRefusal, type Imported } from './import-words.ts';
import { useRefreshBank } from './queries.ts';

/** What became of a file. */
type Outcome =
  | { readonly state: 'waiting' }
  /** It was not sent: it cannot be a statement. */
  | { readonly state: 'unsent'; readonly reason: string }
  | { readonly state: 'read'; readonly answer: Imported }
  | { readonly state: 'refused'; readonly problem: unknown };

/** A file that was dropped or chosen. */
export interface DroppedFile {
  readonly id: string;
  readonly file: File;
  readonly outcome: Outcome;
  /** How a person said that it is read. */
  readonly reading?: Reading;
  /** It was read as the last one like it, and a person says that it is otherwise. */
  readonly isAnsweredAgain?: boolean;
}

interface How {
  readonly reading?: Reading | undefined;
  readonly keepProbable?: 'yes';
  readonly reread?: 'yes';
}

const dropped = (file: File): DroppedFile => {
  const reason = fileRefusal(file);
  return {
    id: newId(),
    file,
    outcome: reason === undefined ? { state: 'waiting' } : { state: 'unsent', reason },
  };
};

/** Whether the portal asks a person how the file is read. */
const isUnknown = ({ outcome }: DroppedFile): boolean =>
  outcome.state === 'refused' && asksHow(outcome.problem);

/** Whether a person is to say how the file is read. */
export const isAsking = (file: DroppedFile): boolean =>
  file.isAnsweredAgain === true || isUnknown(file);

const isWaiting = ({ outcome }: DroppedFile): boolean => outcome.state === 'waiting';

const broughtLines = (outcome: Outcome): boolean =>
  outcome.state === 'read' &&
  outcome.answer.statements.some(({ newLineCount }) => newLineCount > 0);

/**
 * The files of the bank, read one after the other, each whatever became of the others. Those that
 * nobody knows how to read wait for a person; told of one, the others like it are tried again.
 */
export function useImports(
  { coopId, bankAccountId }: { readonly coopId: string; readonly bankAccountId: string },
  onImported: () => void,
) {
  const refresh = useRefreshBank(coopId);
  const [files, setFiles] = useState<readonly DroppedFile[]>([]);
  const last = useRef<Promise<unknown>>(Promise.resolve());

  const change = (id: string, patch: Partial<DroppedFile>) =>
    setFiles((all) => all.map((one) => (one.id === id ? { ...one, ...patch } : one)));

  const read = ({ file }: DroppedFile, { reading, ...more }: How) =>
    importStatement({ coopId, bankAccountId }, file, {
      ...(reading && queryOf(reading)),
      ...more,
    }).then(
      (answer): Outcome => ({ state: 'read', answer }),
      (problem: unknown): Outcome => ({ state: 'refused', problem }),
    );

  /** Behind what is being read: two files at once could each hold lines of the other. */
  const readAll = (batch: readonly (readonly [DroppedFile, How])[]) => {
    last.current = last.current.then(async () => {
      const outcomes: Outcome[] = [];
      for (const [one, how] of batch) {
        const outcome = await read(one, how);
        outcomes.push(outcome);
        // The lines are on the page before it says that they came in.
        if (outcomes.length === batch.length) await refresh();
        change(one.id, { outcome, ...(how.reading && { reading: how.reading }) });
      }
      if (outcomes.some(broughtLines)) onImported();
    });
  };

  const again = (batch: readonly (readonly [DroppedFile, How])[]) => {
    for (const [{ id }] of batch)
      change(id, { outcome: { state: 'waiting' }, isAnsweredAgain: false });
    readAll(batch);
  };

  return {
    files,
    asking: files.find(isAsking),
    isReading: files.some(isWaiting),
    take: (chosen: readonly File[]) => {
      const news = chosen.map(dropped);
      setFiles((all) => (all.some(isWaiting) ? [...all, ...news] : news));
      readAll(news.filter(isWaiting).map((one) => [one, {}]));
    },
    tell: (told: DroppedFile, reading: Reading) =>
      again([
        [told, { reading, ...(told.isAnsweredAgain && { reread: 'yes' }) }],
        ...files
          .filter((one) => one.id !== told.id && isUnknown(one))
          .map((one) => [one, {}] as const),
      ]),
    keepProbable: (one: DroppedFile) =>
      again([[one, { reading: one.reading, keepProbable: 'yes' }]]),
    answerAgain: ({ id }: DroppedFile) => change(id, { isAnsweredAgain: true }),
    leave: ({ id, isAnsweredAgain }: DroppedFile) =>
      isAnsweredAgain
        ? change(id, { isAnsweredAgain: false })
        : setFiles((all) => all.filter((one) => one.id !== id)),
  };
}
