import { useMutation } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { importStatement } from '#web/api/bank.ts';
import { Card } from '#web/ui/card.tsx';
import { FileField } from '#web/ui/file-field.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { Loading } from '#web/ui/loading.tsx';
import { Notice, ProblemNotice } from '#web/ui/notice.tsx';
import { asksHow, queryOf, whereOf, type Reading } from './file-reading.ts';
import { fileRefusal, importWords } from './import-words.ts';
import { MappingScreen } from './mapping-screen.tsx';
import { ProbableTwins } from './probable-twins.tsx';
import { useRefreshBank } from './queries.ts';

interface Props {
  readonly coopId: string;
  readonly bankAccountId: string;
  /** Lines came in: what is sure among them may be matched. */
  readonly onImported: () => void;
}

interface Sent {
  readonly file: File;
  readonly reading?: Reading | undefined;
  readonly keepProbable?: 'yes';
}

const accepted =
  '.ofx,.qfx,.qbo,.cfo,.cfonb,.120,.txt,.dat,.asc,.xml,.camt,.qif,.sta,.mt940,.940,.csv,.tsv,.xlsx,.zip';

/** The statement file, dropped here or chosen, how to read it when it does not say, what it brought. */
export function ImportStatement({ coopId, bankAccountId, onImported }: Props) {
  const [refusal, setRefusal] = useState<string>();
  const refresh = useRefreshBank(coopId);
  const send = useMutation({
    mutationFn: ({ file, reading, keepProbable }: Sent) =>
      importStatement({ coopId, bankAccountId }, file, {
        ...(reading && queryOf(reading)),
        ...(keepProbable && { keepProbable }),
      }),
    onSuccess: async ({ statements }) => {
      await refresh();
      if (statements.some(({ newLineCount }) => newLineCount > 0)) onImported();
    },
  });
  const take = ([file]: readonly File[]) => {
    if (!file) return;
    const refused = fileRefusal(file);
    setRefusal(refused);
    send.reset();
    if (refused === undefined) send.mutate({ file });
  };
  const { data, error, variables: sent } = send;
  const isAsking = asksHow(error) && sent !== undefined;
  return (
    <Card title="Importer un relevé">
      <Stack>
        {!isAsking && (
          <FileField
            name="releve"
            label="Fichier de la banque"
            hint="OFX, CFONB 120, CAMT (XML), QIF, MT940, CSV, Excel, ou un ZIP de plusieurs relevés. Le même fichier peut être importé deux fois sans risque."
            accept={accepted}
            multiple={false}
            files={[]}
            onAdd={take}
            onRemove={() => undefined}
            error={refusal}
          />
        )}
        {send.isPending && <Loading label="Lecture du relevé…" lines={2} />}
        {isAsking && (
          <MappingScreen
            key={`${sent.file.name} ${sent.file.lastModified}`}
            coopId={coopId}
            bankAccountId={bankAccountId}
            file={sent.file}
            onImport={(reading) => send.mutate({ file: sent.file, reading })}
            onCancel={() => send.reset()}
          />
        )}
        {error && !isAsking && <ProblemNotice problem={error} />}
        {whereOf(error) !== undefined && <p>{whereOf(error)}</p>}
        {data && (
          <Notice tone={data.alreadyImported ? 'info' : 'success'} title={importWords(data)} />
        )}
        {data && sent && data.probableTwins.length > 0 && (
          <ProbableTwins
            twins={data.probableTwins}
            onKeep={() => send.mutate({ ...sent, keepProbable: 'yes' })}
          />
        )}
      </Stack>
    </Card>
  );
}
