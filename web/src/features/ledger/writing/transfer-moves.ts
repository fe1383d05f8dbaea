import {
  bankAccountNumber,
  cashAccountNumber,
  classAdvanceAccountNumber,
  postalAccountNumber,
} from '#shared/domain/ledger/chart.ts';
import type { BankNumber, EntryForm, PlaceNumber } from './entry-form.ts';

/** The internal transfers that a cooperative makes, in its words. */
export type Move =
  'deposit' | 'withdrawal' | 'advanceOut' | 'advanceBack' | 'bankToPostal' | 'postalToBank';

interface MoveOption {
  readonly value: Move;
  readonly label: string;
  readonly hint: string;
}

const options: Readonly<Record<Move, Omit<MoveOption, 'value'>>> = {
  deposit: { label: 'Déposer des espèces à la banque', hint: 'De la caisse vers la banque' },
  withdrawal: { label: 'Retirer des espèces', hint: 'De la banque vers la caisse' },
  advanceOut: { label: 'Confier une avance à une classe', hint: 'Une régie, 150 € au plus' },
  advanceBack: { label: 'Retour d’avance', hint: 'La classe rend ce qu’elle n’a pas dépensé' },
  bankToPostal: { label: 'Banque vers CCP', hint: 'D’un compte de la coopérative à l’autre' },
  postalToBank: { label: 'CCP vers banque', hint: 'D’un compte de la coopérative à l’autre' },
};

const everyday = ['deposit', 'withdrawal', 'advanceOut', 'advanceBack'] as const;
const betweenBanks = ['bankToPostal', 'postalToBank'] as const;

/** What may be moved, by the bank accounts that the cooperative has. */
export const moveOptions = (bankNumbers: readonly string[]): readonly MoveOption[] =>
  [...everyday, ...(bankNumbers.length > 1 ? betweenBanks : [])].map((value) => ({
    value,
    ...options[value],
  }));

/** Which move the form says; empty while none. */
export function moveOf({ fromAccountNumber: from, toAccountNumber: to }: EntryForm): Move | '' {
  if (to === classAdvanceAccountNumber) return 'advanceOut';
  if (from === classAdvanceAccountNumber) return 'advanceBack';
  if (from === '' || to === '') return '';
  if (from === cashAccountNumber) return 'deposit';
  if (to === cashAccountNumber) return 'withdrawal';
  return from === bankAccountNumber ? 'bankToPostal' : 'postalToBank';
}

type Place = PlaceNumber | '';

const placesOf = (move: Move, bankNumber: BankNumber): readonly [from: Place, to: Place] => {
  switch (move) {
    case 'deposit':
      return [cashAccountNumber, bankNumber];
    case 'withdrawal':
      return [bankNumber, cashAccountNumber];
    case 'advanceOut':
      return ['', classAdvanceAccountNumber];
    case 'advanceBack':
      return [classAdvanceAccountNumber, ''];
    case 'bankToPostal':
      return [bankAccountNumber, postalAccountNumber];
    case 'postalToBank':
      return [postalAccountNumber, bankAccountNumber];
  }
};

/** The form once a move is chosen; an advance still asks for its other end. */
export function withMove(form: EntryForm, move: Move): EntryForm {
  const [fromAccountNumber, toAccountNumber] = placesOf(move, form.bankNumber);
  return { ...form, fromAccountNumber, toAccountNumber };
}
