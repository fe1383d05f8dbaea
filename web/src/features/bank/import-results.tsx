import { sentenceOf } from '#web/api/problem-error.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice, ProblemNotice } from '#web/ui/notice.tsx';
import { readAsWords, whereOf } from './file-reading.ts';
import { importWords, severalWords } from './import-words.ts';
import { ProbableTwins } from './probable-twins.tsx';
import { isAsking, type DroppedFile } from './use-imports.ts';
import css from './workbench.module.css';

interface Props {
  readonly files: readonly DroppedFile[];
  readonly onKeepProbable: (file: DroppedFile) => void;
  readonly onAnswerAgain: (file: DroppedFile) => void;
}

/** What each file brought, or why it was refused; then the lines that somebody must look at. */
export const ImportResults = ({ files, onKeepProbable, onAnswerAgain }: Props) => (
  <>
    {files.length === 1
      ? files.map((one) => <OnlyOne key={one.id} {...one} />)
      : files.length > 1 && <Several files={files} />}
    {files.map((one) => (
      <ReadAs
        key={one.id}
        dropped={one}
        isOnly={files.length === 1}
        onAnswerAgain={() => onAnswerAgain(one)}
      />
    ))}
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
  if (isAsking(dropped)) return null;
  if (outcome.state === 'read') {
    const { answer } = outcome;
    return (
      <Notice tone={answer.alreadyImported ? 'info' : 'success'} title={importWords(answer)} />
    );
  }
  if (outcome.state !== 'refused') return null;
  const where = whereOf(outcome.problem);
  return (
    <>
      <ProblemNotice problem={outcome.problem} />
      {where !== undefined && <p>{where}</p>}
    </>
  );
}

interface ReadAsProps {
  readonly dropped: DroppedFile;
  readonly isOnly: boolean;
  readonly onAnswerAgain: () => void;
}

/** A file that was read as the last one like it: nobody was asked, so that it is said. */
function ReadAs({ dropped, isOnly, onAnswerAgain }: ReadAsProps) {
  const { outcome, file } = dropped;
  const readAs = outcome.state === 'read' ? outcome.answer.readAs : undefined;
  if (!readAs || isAsking(dropped)) return null;
  return (
    <Notice
      title={`Lu comme la dernière fois\u00A0: ${readAsWords(readAs)}.`}
      actions={<Button onClick={onAnswerAgain}>Répondre à nouveau</Button>}
    >
      {!isOnly && (
        <>
          <strong>{file.name}</strong>.{' '}
        </>
      )}
      Ce n’est pas cela{'\u202F'}? Répondez à nouveau{'\u00A0'}: ce que ce fichier a apporté sera
      remplacé.
    </Notice>
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
