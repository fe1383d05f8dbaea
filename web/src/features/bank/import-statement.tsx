import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Card } from '#web/ui/card.tsx';
import { FileField } from '#web/ui/file-field.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { Loading } from '#web/ui/loading.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { ImportResults } from './import-results.tsx';
import { MappingScreen } from './mapping-screen.tsx';
import { useImports } from './use-imports.ts';
import css from './workbench.module.css';

interface Props {
  readonly coopId: string;
  readonly bankAccountId: string;
  /** Lines came in: what is sure among them may be matched. */
  readonly onImported: () => void;
  /** A phone folds it: the lines that are there already come first. */
  readonly hasLines: boolean;
}

const accepted =
  '.ofx,.qfx,.qbo,.cfo,.cfonb,.120,.txt,.dat,.asc,.xml,.camt,.qif,.sta,.mt940,.940,.csv,.tsv,.xlsx,.zip';

/** The statement files, dropped here or chosen, how to read one that does not say, what they brought. */
export function ImportStatement({ onImported, hasLines, ...place }: Props) {
  const { files, asking, isReading, take, tell, keepProbable, answerAgain, leave } = useImports(
    place,
    onImported,
  );
  const [only] = files;
  const isUnsent = files.length === 1 && only?.outcome.state === 'unsent';
  return (
    <Frame hasLines={hasLines}>
      <Stack>
        {!asking && (
          <FileField
            name="releve"
            label="Fichiers de la banque"
            hint={
              'OFX, CFONB 120, CAMT (XML), QIF, MT940, CSV, Excel, ou un ZIP. Plusieurs fichiers à la fois si vous voulez\u202F; le même peut être importé deux fois sans risque.'
            }
            accept={accepted}
            files={[]}
            onAdd={take}
            onRemove={() => undefined}
            error={isUnsent ? only.outcome.reason : undefined}
          />
        )}
        {isReading && <Loading label="Lecture du relevé…" lines={2} />}
        {asking && (
          <MappingScreen
            key={asking.id}
            {...place}
            file={asking.file}
            {...(asking.outcome.state === 'read' && { before: asking.outcome.answer.readAs })}
            onImport={(reading) => tell(asking, reading)}
            onCancel={() => leave(asking)}
          />
        )}
        <ImportResults files={files} onKeepProbable={keepProbable} onAnswerAgain={answerAgain} />
      </Stack>
    </Frame>
  );
}

const title = 'Importer un relevé';

/** A card; a button that opens it on a phone that had lines to show when the page was opened. */
function Frame({
  hasLines,
  children,
}: Pick<Props, 'hasLines'> & { readonly children: ComponentChildren }) {
  const isNarrow = useNarrow();
  const [hadLines] = useState(hasLines);
  if (!isNarrow || !hadLines) return <Card title={title}>{children}</Card>;
  return (
    <details class={css['sheet']}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
