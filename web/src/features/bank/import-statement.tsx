import { useMutation } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { importStatement } from '#web/api/bank.ts';
import { Card } from '#web/ui/card.tsx';
import { FileField } from '#web/ui/file-field.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { Loading } from '#web/ui/loading.tsx';
import { Notice, ProblemNotice } from '#web/ui/notice.tsx';
import { fileRefusal, importWords } from './import-words.ts';
import { useRefreshBank } from './queries.ts';

interface Props {
  readonly coopId: string;
  readonly bankAccountId: string;
}

/** The statement file, dropped here or chosen, and what it brought, in words. */
export function ImportStatement({ coopId, bankAccountId }: Props) {
  const [refusal, setRefusal] = useState<string>();
  const refresh = useRefreshBank(coopId);
  const send = useMutation({
    mutationFn: (file: File) => importStatement({ coopId, bankAccountId }, file),
    onSuccess: refresh,
  });
  const take = ([file]: readonly File[]) => {
    if (!file) return;
    const refused = fileRefusal(file);
    setRefusal(refused);
    send.reset();
    if (refused === undefined) send.mutate(file);
  };
  return (
    <Card title="Importer un relevé">
      <Stack>
        <FileField
          name="releve"
          label="Fichier de la banque"
          hint="Sur le site de votre banque, téléchargez vos opérations au format OFX (« Money », « Quicken ») ou CFONB. Le même fichier peut être importé deux fois sans risque."
          accept=".ofx,.qfx,.qbo,.cfo,.cfonb,.120,.txt,.dat,.asc"
          multiple={false}
          files={[]}
          onAdd={take}
          onRemove={() => undefined}
          error={refusal}
        />
        {send.isPending && <Loading label="Lecture du relevé…" lines={2} />}
        {send.error && <ProblemNotice problem={send.error} />}
        {send.data && (
          <Notice
            tone={send.data.alreadyImported ? 'info' : 'success'}
            title={importWords(send.data)}
          />
        )}
      </Stack>
    </Card>
  );
}
