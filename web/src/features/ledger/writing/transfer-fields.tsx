import { classAdvanceAccountNumber } from '#shared/domain/ledger/chart.ts';
import { RadioCards } from '#web/ui/choice-fields.tsx';
import type { BankNumber, PlaceNumber } from './entry-form.ts';
import type { FieldsProps } from './fields-props.ts';
import { moveOf, moveOptions, withMove } from './transfer-moves.ts';

interface Props extends FieldsProps {
  readonly bankNumbers: readonly BankNumber[];
}

/** Which internal transfer it is, in words; an advance still asks for its other end. */
export function TransferFields({ form, change, errorOf, bankNumbers }: Props) {
  const move = moveOf(form);
  return (
    <>
      <RadioCards
        name="move"
        label="Quel mouvement ?"
        value={move}
        onChange={(chosen) => change(withMove(form, chosen))}
        options={moveOptions(bankNumbers)}
        error={
          errorOf('move') ?? (move === 'advanceOut' ? undefined : errorOf('fromAccountNumber'))
        }
      />
      {move === 'advanceOut' && (
        <RadioCards
          name="fromAccountNumber"
          label="D’où part l’argent ?"
          compact
          value={withoutAdvance(form.fromAccountNumber)}
          onChange={(fromAccountNumber) => change({ fromAccountNumber })}
          options={placesFor(bankNumbers)}
          error={errorOf('fromAccountNumber')}
        />
      )}
      {move === 'advanceBack' && (
        <RadioCards
          name="toAccountNumber"
          label="Où revient l’argent ?"
          compact
          value={withoutAdvance(form.toAccountNumber)}
          onChange={(toAccountNumber) => change({ toAccountNumber })}
          options={placesFor(bankNumbers)}
          error={errorOf('toAccountNumber')}
        />
      )}
    </>
  );
}

type Treasury = Exclude<PlaceNumber, typeof classAdvanceAccountNumber>;

const withoutAdvance = (place: PlaceNumber | ''): Treasury | '' =>
  place === classAdvanceAccountNumber ? '' : place;

const placeWords: Readonly<Record<Treasury, string>> = {
  '512': 'Banque',
  '514': 'Compte postal (CCP)',
  '530': 'Caisse (espèces)',
};

const placesFor = (bankNumbers: readonly BankNumber[]) =>
  (['530', ...bankNumbers] as const).map((value) => ({ value, label: placeWords[value] }));
