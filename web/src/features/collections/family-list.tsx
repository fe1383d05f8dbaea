import { useState } from 'preact/hooks';
import {
  cellsOf,
  readFamilyList,
  type FamilyList,
} from '#shared/domain/collections/family-list.ts';
import { cents } from '#shared/domain/money.ts';
import { errorFor, type FormError } from '#web/ui/form-errors.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import css from './collections.module.css';
import { familyFileText } from './read-file.ts';
import { problemWords } from './words.ts';

/** A list as typed, with the class of the lines that do not say theirs. */
export interface TypedList {
  readonly classForAll: string;
  readonly families: string;
}

/** The families of a typed list, names already reduced. */
export const listOf = ({ families, classForAll }: TypedList): FamilyList =>
  readFamilyList(cellsOf(families), classForAll);

interface Props {
  readonly typed: TypedList;
  readonly errors: readonly FormError[];
  readonly onChange: (part: Partial<TypedList>) => void;
}

/** Room for what is pasted, up to a class of thirty. */
const rowsFor = (text: string): number => Math.min(Math.max(text.split('\n').length + 1, 8), 31);

/** The families, typed, pasted or read from a file; says while typing what it understands. */
export function FamilyListFields({ typed, errors, onChange }: Props) {
  return (
    <>
      <TextField
        name="classForAll"
        label="Classe"
        hint="Pour les lignes de la liste qui ne la disent pas."
        optional
        short
        maxLength={30}
        value={typed.classForAll}
        onChange={(classForAll) => onChange({ classForAll })}
      />
      <TextField
        name="families"
        label="Familles"
        hint={
          'Une par ligne, tapée ou copiée d’un tableur\u00A0: prénom et initiale, classe, puis le montant s’il diffère. Exemple\u00A0: Léa\u00A0M.\u202F; CM2\u202F; 20,00'
        }
        multiline
        rows={rowsFor(typed.families)}
        value={typed.families}
        onChange={(families) => onChange({ families })}
        error={errorFor(errors, 'families')}
      />
      <FamilyFile onRead={(families) => onChange({ families })} />
      <Understood list={listOf(typed)} />
    </>
  );
}

/** A CSV or a spreadsheet, read here: the surnames it may hold do not leave the browser. */
function FamilyFile({ onRead }: { readonly onRead: (text: string) => void }) {
  const [failed, setFailed] = useState(false);
  const read = async (file: File | undefined) => {
    const text = file && (await familyFileText(file));
    setFailed(file !== undefined && text === undefined);
    if (text !== undefined) onRead(text);
  };
  return (
    <div>
      <label class={css['file']}>
        <Icon name="upload" />
        <span>Ou choisir un fichier CSV ou Excel</span>
        <input
          type="file"
          accept=".csv,.txt,.tsv,.xlsx"
          onChange={(event) => {
            void read(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </label>
      {failed && (
        <Notice tone="warning">
          Ce fichier ne se lit pas. Enregistrez-le en CSV ou en XLSX, ou copiez ses lignes ici.
        </Notice>
      )}
    </div>
  );
}

const readWords = (count: number): string => {
  if (count === 0) return 'Aucune famille lue.';
  return count === 1 ? '1 famille lue.' : `${count} familles lues.`;
};

const shownMax = 5;

/** What was understood, before anything is sent: how many, the first ones, and what is not read. */
const Understood = ({ list: { families, problems } }: { readonly list: FamilyList }) => (
  <Stack>
    <p aria-live="polite">
      {readWords(families.length)}{' '}
      {families.length > 0 && 'Seuls le prénom et l’initiale seront envoyés.'}
    </p>
    {families.length > 0 && (
      <ul class={css['understood']}>
        {families.slice(0, shownMax).map(({ line, pupil, className, expectedCents }) => (
          <li key={line}>
            {pupil}, {className}
            {expectedCents !== undefined && (
              <>
                {' '}
                (<Money amountCents={cents(expectedCents)} />)
              </>
            )}
          </li>
        ))}
        {families.length > shownMax && <li>et {families.length - shownMax} de plus</li>}
      </ul>
    )}
    {problems.length > 0 && (
      <Notice tone="warning" title={`Lignes à corriger (${problems.length})`}>
        <ul class={css['understood']}>
          {problems.slice(0, shownMax * 2).map(({ line, problem }) => (
            <li key={line}>
              Ligne {line}
              {'\u00A0'}: {problemWords[problem]}
            </li>
          ))}
        </ul>
      </Notice>
    )}
  </Stack>
);
