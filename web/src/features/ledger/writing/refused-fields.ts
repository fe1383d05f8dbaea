import type { EntryForm } from './entry-form.ts';
import type { FieldErrors } from './read-entry-form.ts';

interface ServerError {
  readonly field: string;
  readonly message: string;
}

/**
 * The server's errors under the names of the form's fields: `entry.splits.0.amountCents` is the
 * amount of the only row when nothing is shared out.
 */
export const refusedFields = (form: EntryForm, errors: readonly ServerError[]): FieldErrors =>
  Object.fromEntries(errors.map(({ field, message }) => [fieldOf(form, field), message]));

function fieldOf({ splits, kind }: EntryForm, field: string): string {
  const name = field.replace(/^(?:correction\.)?(?:entry\.)?/u, '');
  if (name === 'amountCents' || (kind === 'transfer' && name === 'splits')) return 'amount';
  if (name === 'treasuryAccountNumber') return 'paymentMeans';
  if (/^attachmentIds\./u.test(name)) return 'attachmentIds';
  if (splits.length > 0) return name;
  if (/^splits\.\d+\.amountCents$/u.test(name)) return 'amount';
  return /^splits/u.test(name) ? 'accountNumber' : name;
}
