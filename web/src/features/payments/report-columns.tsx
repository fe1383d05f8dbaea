import { useState } from 'preact/hooks';
import { areEnough, type ChosenColumns } from '#shared/domain/payments/reports/chosen-columns.ts';
import { Button } from '#web/ui/button.tsx';
import { RadioCards } from '#web/ui/choice-fields.tsx';
import { FormStack, Row } from '#web/ui/layout.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { columnWords, type UnknownReport } from './report-words.ts';

interface Props {
  readonly report: UnknownReport;
  readonly onChosen: (chosen: {
    readonly columns: string;
    readonly unit: 'euros' | 'cents';
  }) => void;
}

/** Which column of an unknown file holds what; remembered for the next file with these titles. */
export function ReportColumns({ report: { titles, proposed, sample }, onChosen }: Props) {
  const [columns, setColumns] = useState<ChosenColumns>(proposed);
  const [unit, setUnit] = useState<'euros' | 'cents' | ''>('euros');
  const choose = (field: keyof ChosenColumns, place: string) => {
    const { [field]: _before, ...others } = columns;
    setColumns(place === '' ? others : { ...others, [field]: Number(place) });
  };
  const isReady = areEnough(columns, titles.length) && unit !== '';
  const send = () => {
    if (unit === '') return;
    const written = Object.entries(columns).map(([field, place]) => `${field}:${place}`);
    onChosen({ columns: written.join(','), unit });
  };
  return (
    <FormStack>
      <Notice
        title={'Ce fichier n’est pas encore connu\u00A0: dites ce que contient chaque colonne.'}
      >
        Il suffit du montant et de la date du versement. La prochaine fois, ce sera déjà fait.
      </Notice>
      {columnWords.map(({ field, label, hint }) => (
        <SelectField
          key={field}
          name={`colonne-${field}`}
          label={label}
          hint={hint}
          optional={field !== 'gross' && field !== 'arrivalOn'}
          value={columns[field]?.toString() ?? ''}
          placeholder="Aucune colonne"
          onChange={(place) => choose(field, place)}
          options={titles.map((title, index) => ({
            value: String(index),
            label: labelOf(title, index, sample),
          }))}
        />
      ))}
      <RadioCards
        name="unit"
        label="Les montants sont écrits"
        value={unit}
        onChange={setUnit}
        options={[
          { value: 'euros', label: 'En euros', hint: '120,00' },
          { value: 'cents', label: 'En centimes', hint: '12000' },
        ]}
      />
      <Row>
        <Button
          look="primary"
          disabledReason={
            isReady
              ? undefined
              : 'Choisissez le montant et la date du versement, chacun dans sa colonne.'
          }
          onClick={send}
        >
          Lire le fichier
        </Button>
      </Row>
    </FormStack>
  );
}

/** A title with what is under it: « Net (117,60) ». */
function labelOf(title: string, index: number, sample: UnknownReport['sample']): string {
  const first = sample.map((cells) => cells[index] ?? '').find((cell) => cell !== '');
  const name = title.trim() || `Colonne ${index + 1}`;
  return first === undefined ? name : `${name} (${first.slice(0, 24)})`;
}
