import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { importReport } from '#web/api/payments.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { FileField } from '#web/ui/file-field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { Loading } from '#web/ui/loading.tsx';
import { Notice, ProblemNotice } from '#web/ui/notice.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { ReportColumns } from './report-columns.tsx';
import { ReportPreview } from './report-preview.tsx';
import { fileRefusal, reportPlatforms } from './report-words.ts';

interface Props {
  readonly coopId: string;
}

interface Asked {
  readonly file: File;
  readonly step: 'preview' | 'confirm';
  readonly unit?: 'euros' | 'cents';
  readonly columns?: string;
}

/** The file of payouts of a platform: read, looked at, then brought in as its messages are. */
export function ImportReport({ coopId }: Props) {
  const [provider, setProvider] = useState('jaikan');
  const [refusal, setRefusal] = useState<string>();
  const [last, setLast] = useState<Asked>();
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: ({ file, ...query }: Asked) => importReport({ coopId, provider }, query, file),
    onSuccess: (_, { step }) => (step === 'confirm' ? queries.invalidateQueries() : undefined),
  });
  const ask = (asked: Asked) => {
    setLast(asked);
    send.mutate(asked);
  };
  const again = (more: Partial<Asked>) => last && ask({ ...last, step: 'preview', ...more });
  const take = ([file]: readonly File[]) => {
    if (!file) return;
    const refused = fileRefusal(file);
    setRefusal(refused);
    send.reset();
    if (refused === undefined) ask({ file, step: 'preview' });
  };
  const answer = send.data;
  return (
    <Card title="Importer un fichier de versements">
      <Stack>
        <SelectField
          name="provider"
          label="Plateforme"
          value={provider}
          onChange={(value) => {
            setProvider(value);
            send.reset();
          }}
          options={reportPlatforms}
        />
        <FileField
          name="fichier"
          label="Fichier de la plateforme"
          hint={
            'Le détail des versements, en CSV ou en Excel. Le même fichier peut être importé deux fois sans risque\u00A0: rien n’est compté deux fois.'
          }
          accept=".csv,.txt,.tsv,.xlsx,.json"
          multiple={false}
          files={[]}
          onAdd={take}
          onRemove={() => undefined}
          error={refusal}
        />
        {send.isPending && <Loading label="Lecture du fichier…" lines={2} />}
        {send.error && <ProblemNotice problem={send.error} />}
        {last && (
          <p>
            Fichier{'\u00A0'}: {last.file.name}
          </p>
        )}
        {answer?.kind === 'needsUnit' && (
          <Notice
            title={`${answer.layout.name}\u00A0: les montants sont-ils en euros ou en centimes\u202F?`}
            actions={
              <Row>
                <Button onClick={() => again({ unit: 'euros' })}>En euros</Button>
                <Button onClick={() => again({ unit: 'cents' })}>En centimes</Button>
              </Row>
            }
          >
            Le fichier ne le dit pas, et aucun de ses paiements n’est encore connu. Comparez un
            montant avec la plateforme.
          </Notice>
        )}
        {answer?.kind === 'needsColumns' && <ReportColumns report={answer} onChosen={again} />}
        {answer?.kind === 'read' && (
          <ReportPreview
            report={answer}
            busy={send.isPending}
            onConfirm={() => last && ask({ ...last, step: 'confirm' })}
          />
        )}
      </Stack>
    </Card>
  );
}
