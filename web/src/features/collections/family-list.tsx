import { errorFor, type FormError } from '#web/ui/form-errors.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { familyIdsFor, type TypedCollection } from './new-collection.ts';
import { readFamilies } from './read-families.ts';

interface Props {
  readonly typed: TypedCollection;
  readonly errors: readonly FormError[];
  readonly onChange: (part: Partial<TypedCollection>) => void;
}

/** Room for what is pasted, up to a class of thirty. */
const rowsFor = (text: string): number => Math.min(Math.max(text.split('\n').length + 1, 10), 31);

const readWords = (count: number): string => {
  if (count === 0) return 'Aucune famille lue.';
  return count === 1 ? '1 famille lue.' : `${count} familles lues.`;
};

/** The families, typed or pasted; says while typing how many it reads. */
export function FamilyList({ typed, errors, onChange }: Props) {
  const countIn = (families: string) => readFamilies(families, typed.classForAll).families.length;
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
          'Une par ligne\u00A0: prénom et initiale de l’enfant, puis la classe. Exemple\u00A0: Léa\u00A0M.\u202F;\u00A0CM2'
        }
        multiline
        rows={rowsFor(typed.families)}
        value={typed.families}
        onChange={(families) =>
          onChange({ families, familyIds: familyIdsFor(typed.familyIds, countIn(families)) })
        }
        error={errorFor(errors, 'families')}
      />
      <p aria-live="polite">{readWords(countIn(typed.families))}</p>
    </>
  );
}
