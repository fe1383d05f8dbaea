import {
  cents,
  formatAmountField,
  parseAmount,
  sumCents,
  zeroCents,
  type Cents,
} from '#shared/domain/money.ts';
import { emptySplit, type EntryForm } from './entry-form.ts';

/** What a text says, nothing when it says no amount. */
function typedCents(typed: string): Cents {
  const read = parseAmount(typed);
  return read.ok ? read.value : zeroCents;
}

/** What is left to share between the rows; negative once too much is shared. */
export const remainingCents = ({ amount, splits }: EntryForm): Cents =>
  cents(typedCents(amount) - sumCents(splits.map((split) => typedCents(split.amount))));

/** Starts to share: the account chosen so far takes all, a second row waits. */
export const startSharing = (form: EntryForm): EntryForm => ({
  ...form,
  accountNumber: '',
  projectId: '',
  splits: [
    { accountNumber: form.accountNumber, amount: '', projectId: form.projectId },
    emptySplit,
  ],
});

/** Stops sharing: the first row's account takes all. */
export const stopSharing = (form: EntryForm): EntryForm => ({
  ...form,
  accountNumber: form.splits[0]?.accountNumber ?? '',
  projectId: form.splits[0]?.projectId ?? '',
  splits: [],
});

/** One more row, with what is left to share already in it. */
export function addShare(form: EntryForm): EntryForm {
  const rest = remainingCents(form);
  const amount = rest > 0 ? formatAmountField(rest) : '';
  return { ...form, splits: [...form.splits, { ...emptySplit, amount }] };
}

/** One row less; with a single row left, there is nothing to share any more. */
export function removeShare(form: EntryForm, index: number): EntryForm {
  const splits = form.splits.filter((_, place) => place !== index);
  const rest = { ...form, splits };
  return splits.length > 1 ? rest : stopSharing(rest);
}

/** Puts what is left to share in that row. */
export function takeRest(form: EntryForm, index: number): EntryForm {
  const rest = remainingCents(form);
  return {
    ...form,
    splits: form.splits.map((split, place) =>
      place === index
        ? { ...split, amount: formatAmountField(cents(typedCents(split.amount) + rest)) }
        : split,
    ),
  };
}
