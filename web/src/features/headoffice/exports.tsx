import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { listExportsEndpoint } from '#shared/contract/headoffice/follow-up.ts';
import { schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';
import { listExports, startExport } from '#web/api/headoffice.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { InstantText } from '#web/ui/day-text.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { newId } from '#web/ui/new-id.ts';
import { ProblemNotice } from '#web/ui/notice.tsx';
import { StatusTag, type StatusTone } from '#web/ui/status-tag.tsx';
import { Table } from '#web/ui/table.tsx';
import css from './exports.module.css';

type Export = AnswerOf<typeof listExportsEndpoint>['exports'][number];

const words: Readonly<
  Record<Export['status'], { readonly word: string; readonly tone: StatusTone }>
> = {
  queued: { word: 'En préparation', tone: 'info' },
  done: { word: 'Prêt', tone: 'success' },
  failed: { word: 'En échec', tone: 'danger' },
};

const pollMs = 2_000;

interface Props {
  readonly department: string;
  readonly yearId: string;
}

/** The consolidated exports: asked for by a button, made every night anyway. */
export function Exports({ department, yearId }: Props) {
  const queryKey = ['department', department, 'exports'];
  const queries = useQueryClient();
  const query = useQuery({
    queryKey,
    queryFn: () => listExports({ department }),
    refetchInterval: ({ state }) =>
      state.data?.exports.some(({ status }) => status === 'queued') ? pollMs : false,
  });
  const start = useMutation({
    mutationFn: () => startExport({ department, exportId: newId() }, { yearId }),
    onSuccess: () => queries.invalidateQueries({ queryKey }),
  });
  return (
    <Card title="Exports consolidés">
      <Stack>
        <p>
          Le tableau de toutes les coopératives en CSV et en Excel, avec les CRF en PDF. Un export
          est aussi préparé chaque nuit.
        </p>
        {start.error && <ProblemNotice problem={start.error} />}
        <div>
          <Button
            icon="download"
            look="primary"
            busy={start.isPending}
            onClick={() => start.mutate()}
          >
            Préparer l’export {schoolYearLabel(yearId)}
          </Button>
        </div>
        <Loaded query={query} lines={2}>
          {({ exports }) => <ExportTable exports={exports} />}
        </Loaded>
      </Stack>
    </Card>
  );
}

const ExportTable = ({ exports }: { readonly exports: readonly Export[] }) => (
  <Table
    caption="Derniers exports"
    captionUnseen
    rows={exports.slice(0, 10)}
    rowKey={({ id }) => id}
    empty="Aucun export pour l’instant."
    columns={[
      {
        key: 'at',
        title: 'Préparé',
        names: true,
        cell: ({ startedAt, startedBy }) => (
          <>
            <InstantText instant={startedAt} />
            {startedBy === 'schedule' && ' (chaque nuit)'}
          </>
        ),
      },
      { key: 'year', title: 'Exercice', cell: ({ yearId }) => schoolYearLabel(yearId) },
      {
        key: 'status',
        title: 'État',
        cell: ({ status }) => <StatusTag tone={words[status].tone}>{words[status].word}</StatusTag>,
      },
      { key: 'count', title: 'Coopératives', align: 'end', cell: ({ coopCount }) => coopCount },
      { key: 'files', title: 'Fichiers', cell: ({ files }) => <Files files={files} /> },
    ]}
  />
);

/** The two tables first; the PDFs behind a fold: there may be hundreds. */
const Files = ({ files }: Pick<Export, 'files'>) => {
  const papers = files.filter(({ name }) => name.endsWith('.pdf'));
  const tables = files.filter(({ name }) => !name.endsWith('.pdf'));
  return (
    <div class={css['files']}>
      {tables.map(({ name, url }) => (
        <a key={name} href={url} download>
          {name}
        </a>
      ))}
      {papers.length > 0 && (
        <details>
          <summary>{papers.length} CRF en PDF</summary>
          <ul>
            {papers.map(({ name, url }) => (
              <li key={name}>
                <a href={url} download>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};
