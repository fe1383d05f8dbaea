import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { formatDay, isDay } from '#shared/domain/dates.ts';
import { previewStatement } from '#web/api/bank.ts';
import { Button } from '#web/ui/button.tsx';
import { RadioCards } from '#web/ui/choice-fields.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { Loading } from '#web/ui/loading.tsx';
import { Money } from '#web/ui/money.tsx';
import { Notice, ProblemNotice } from '#web/ui/notice.tsx';
import { Table } from '#web/ui/table.tsx';
import { columnWords, lackingIn, queryOf, type Preview, type Reading } from './file-reading.ts';
import type { Imported } from './import-words.ts';
import css from './mapping.module.css';

interface Props {
  readonly coopId: string;
  readonly bankAccountId: string;
  readonly file: File;
  /** How it was read without a word, when that was wrong. */
  readonly before?: Imported['readAs'];
  readonly onImport: (reading: Reading) => void;
  readonly onCancel: () => void;
}

/** Asks how a file is to be read that does not say it, and shows what that gives. */
export function MappingScreen(props: Props) {
  const { coopId, bankAccountId, file } = props;
  const first = useQuery({
    queryKey: ['bank', coopId, 'preview', bankAccountId, file.name, file.lastModified, file.size],
    queryFn: () => previewStatement({ coopId, bankAccountId }, file),
    staleTime: Infinity,
  });
  if (first.error) return <ProblemNotice problem={first.error} />;
  if (!first.data) return <Loading label="Lecture du fichier…" lines={3} />;
  return <Mapping {...props} first={first.data} />;
}

function Mapping({
  coopId,
  bankAccountId,
  file,
  before,
  first,
  onImport,
  onCancel,
}: Props & { first: Preview }) {
  const [reading, setReading] = useState<Reading>({
    columns: first.table?.columns,
    decimal: before?.decimal ?? 'comma',
    dateOrder: before?.dateOrder ?? 'dmy',
    flipSigns: before?.flipSigns ?? 'no',
  });
  const lacking = lackingIn(reading.columns);
  const query = queryOf(reading);
  const preview = useQuery({
    queryKey: ['bank', coopId, 'preview', bankAccountId, file.name, file.size, query],
    queryFn: () => previewStatement({ coopId, bankAccountId }, file, query),
    enabled: lacking === undefined,
  });
  return (
    <Stack>
      <Notice title={`Comment lire «\u00A0${file.name}\u00A0»\u00A0?`}>
        {first.table
          ? 'Dites ce que contient chaque colonne. Le mois prochain, le même fichier passera tout seul.'
          : 'Les dates de ce fichier se lisent de deux façons.'}
      </Notice>
      {first.table && (
        <Columns
          table={first.table}
          columns={reading.columns ?? []}
          onChange={(columns) => setReading({ ...reading, columns })}
        />
      )}
      <div class={css['choices']}>
        <RadioCards
          name="dateOrder"
          label="Les dates"
          compact
          value={reading.dateOrder}
          onChange={(dateOrder) => setReading({ ...reading, dateOrder })}
          options={[
            { value: 'dmy', label: 'Jour d’abord', hint: '31/12/2026' },
            { value: 'mdy', label: 'Mois d’abord', hint: '12/31/2026' },
          ]}
        />
        {first.table && (
          <RadioCards
            name="decimal"
            label="Les centimes"
            compact
            value={reading.decimal}
            onChange={(decimal) => setReading({ ...reading, decimal })}
            options={[
              { value: 'comma', label: 'Virgule', hint: '12,50' },
              { value: 'point', label: 'Point', hint: '12.50' },
            ]}
          />
        )}
        <RadioCards
          name="flipSigns"
          label="Les dépenses"
          compact
          value={reading.flipSigns}
          onChange={(flipSigns) => setReading({ ...reading, flipSigns })}
          options={[
            { value: 'no', label: 'Avec un moins', hint: 'ou au débit' },
            { value: 'yes', label: 'Sans moins', hint: 'signes à inverser' },
          ]}
        />
      </div>
      {lacking === undefined ? (
        <WhatIsRead preview={preview.data} problem={preview.error} />
      ) : (
        <p role="status">{lacking}</p>
      )}
      <Row>
        <Button
          look="primary"
          icon="check"
          disabledReason={reasonOf(lacking, preview.data)}
          onClick={() => onImport(reading)}
        >
          Importer ainsi
        </Button>
        <Button onClick={onCancel}>Abandonner</Button>
      </Row>
    </Stack>
  );
}

const reasonOf = (lacking: string | undefined, preview: Preview | undefined) =>
  lacking ?? (preview?.read ? undefined : 'Rien ne peut encore être lu de cette façon.');

interface ColumnsProps {
  readonly table: NonNullable<Preview['table']>;
  readonly columns: readonly (string | null)[];
  readonly onChange: (columns: readonly (string | null)[]) => void;
}

/** The first rows of the file, under what each column is said to be. */
const Columns = ({ table, columns, onChange }: ColumnsProps) => (
  <div class={css['frame']} role="region" aria-label="Colonnes du fichier" tabIndex={0}>
    <table class={css['table']}>
      <caption class="unseen">Premières lignes du fichier</caption>
      <thead>
        <tr>
          {columns.map((role, index) => (
            <th key={index} scope="col">
              <span class={css['title']}>{table.header[index] || `Colonne ${index + 1}`}</span>
              <select
                aria-label={`Contenu de la colonne ${table.header[index] || index + 1}`}
                value={role ?? ''}
                onChange={({ currentTarget: { value } }) =>
                  onChange(columns.map((one, at) => roleAfter(one, at === index, value)))
                }
              >
                {columnWords.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.sampleRows.map((row, index) => (
          <tr key={index}>
            {columns.map((_, column) => (
              <td key={column}>{row[column]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** A role is given to one column only: the other loses it. */
const roleAfter = (role: string | null, isChanged: boolean, value: string): string | null => {
  if (isChanged) return value === '' ? null : value;
  return role === value ? null : role;
};

function WhatIsRead({ preview, problem }: { preview: Preview | undefined; problem: unknown }) {
  if (problem) return <ProblemNotice problem={problem} />;
  if (!preview) return <Loading label="Lecture du fichier…" lines={2} />;
  const { refusal, read } = preview;
  if (refusal) return <Notice tone="warning" title={refusal.message} />;
  if (!read) return null;
  const day = (text: string) => (isDay(text) ? formatDay(text) : text);
  return (
    <Table
      caption={`Ce qui sera lu\u00A0: ${read.lineCount} lignes, du ${day(read.from ?? '')} au ${day(read.to ?? '')}`}
      rows={read.lines}
      rowKey={({ date, label, amountCents }) => `${date} ${label} ${amountCents}`}
      columns={[
        { key: 'date', title: 'Date', cell: ({ date }) => day(date) },
        { key: 'label', title: 'Libellé', names: true, cell: ({ label }) => label },
        {
          key: 'amount',
          title: 'Montant',
          align: 'end',
          cell: ({ amountCents }) => <Money amountCents={amountCents} signed />,
        },
      ]}
    />
  );
}
