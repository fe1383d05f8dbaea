import { sentenceOf } from '#web/api/problem-error.ts';
import { Notice, ProblemNotice } from '#web/ui/notice.tsx';
import { whereOf } from './file-reading.ts';
import { importWords, severalWords } from './import-words.ts';
import { ProbableTwins } from './probable-twins.tsx';
import { isAsking, type DroppedFile } from './use-imports.ts';
import css from './workbench.module.css';

interface Props {
  readonly files: readonly DroppedFile[];
  readonly onKeepProbable: (file: DroppedFile) => void;
}

/** What each file brought, or why it was refused; then the lines that somebody must look at. */
export const ImportResults = ({ files, onKeepProbable }: Props) => (
  <>
    {files.length === 1
      ? files.map((one) => <OnlyOne key={one.id} {...one} />)
      : files.length > 1 && <Several files={files} />}
    {files.map((one) => {
      const twins = one.outcome.state === 'read' ? one.outcome.answer.probableTwins : [];
      return twins.length === 0 ? null : (
        <ProbableTwins
          key={one.id}
          twins={twins}
          onKeep={() => onKeepProbable(one)}
          {...(files.length > 1 && { fileName: one.file.name })}
        />
      );
    })}
  </>
);

function OnlyOne(dropped: DroppedFile) {
  const { outcome } = dropped;
  if (outcome.state === 'read') {
    const { answer } = outcome;
    return (
      <Notice tone={answer.alreadyImported ? 'info' : 'success'} title={importWords(answer)} />
    );
  }
  if (outcome.state !== 'refused' || isAsking(dropped)) return null;
  const where = whereOf(outcome.problem);
  return (
    <>
      <ProblemNotice problem={outcome.problem} />
      {where !== undefined && <p>{where}</p>}
    </>
  );
}

function Several({ files }: Pick<Props, 'files'>) {
  const isAllRead = files.every(({ outcome }) => outcome.state === 'read');
  return (
    <Notice tone={isAllRead ? 'success' : 'warning'} title={severalWords(files)}>
      <ul class={css['matched']}>
        {files.map((one) => (
          <li key={one.id}>
            <strong>{one.file.name}</strong>
            <span>{wordsOf(one)}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function wordsOf(dropped: DroppedFile): string {
  const { outcome } = dropped;
  if (outcome.state === 'waiting') return 'Lecture…';
  if (outcome.state === 'unsent') return outcome.reason;
  if (outcome.state === 'read') return importWords(outcome.answer);
  const where = whereOf(outcome.problem);
  return [sentenceOf(outcome.problem), ...(where === undefined ? [] : [where])].join(' ');
}
