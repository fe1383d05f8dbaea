import { parseDay, type Day } from '#shared/domain/dates.ts';
import type { BodyOf } from '#shared/contract/endpoint.ts';
import type { postEntryEndpoint } from '#shared/contract/ledger/post-entry.ts';
import type { Split } from '#shared/domain/ledger/simple-entry.ts';
import { formatCents, negateCents, parseAmount, type Cents } from '#shared/domain/money.ts';
import { messageOf } from '#shared/contract/messages.ts';
import type { Sent } from '#web/api/call.ts';
import { treasuryOf, type EntryForm } from './entry-form.ts';
import { remainingCents } from './share-out.ts';

/** What is wrong, by the name of the field, in the order of the form. */
export type FieldErrors = Readonly<Record<string, string>>;

/** An entry as the portal takes it. */
export type EntryToSend = Sent<BodyOf<typeof postEntryEndpoint>['entry']>;

type ErrorsFound = Readonly<Record<string, string | false>>;

/** A form that can be sent, or what to correct. */
export type ReadForm =
  | { readonly ok: true; readonly entry: EntryToSend }
  | { readonly ok: false; readonly errors: FieldErrors };

/** What a form is read with: the files that came with it, and whether it only is a draft. */
export interface Reading {
  readonly attachmentIds: readonly string[];
  /** A draft may still miss its voucher and its cheque number. */
  readonly draft: boolean;
}

/** Reads the form: the entry to send, or a sentence per field to correct. */
export function readEntryForm(form: EntryForm, reading: Reading): ReadForm {
  const errors = errorsOf(form, reading);
  const amountCents = amountIn(form.amount);
  const entryDate = dayIn(form.entryDate);
  if (Object.keys(errors).length > 0 || amountCents === undefined || entryDate === undefined)
    return { ok: false, errors };
  const noVoucherReason = form.withoutVoucher ? form.noVoucherReason.trim() : '';
  const common = {
    entryDate,
    label: form.label.trim(),
    attachmentIds: form.withoutVoucher ? [] : reading.attachmentIds,
    ...(noVoucherReason !== '' && { noVoucherReason }),
  };
  if (form.kind === 'transfer') {
    const { fromAccountNumber, toAccountNumber } = form;
    if (fromAccountNumber === '' || toAccountNumber === '') return { ok: false, errors };
    return {
      ok: true,
      entry: { ...common, kind: 'transfer', fromAccountNumber, toAccountNumber, amountCents },
    };
  }
  const { kind, paymentMeans, counterparty, chequeNumber } = form;
  const isCheque = paymentMeans === 'cheque' && chequeNumber.trim() !== '';
  return {
    ok: true,
    entry: {
      ...common,
      kind,
      ...(counterparty.trim() !== '' && { counterparty: counterparty.trim() }),
      treasuryAccountNumber: treasuryOf(form),
      paymentMeans: paymentMeans === '' ? 'card' : paymentMeans,
      ...(isCheque && { chequeNumber: chequeNumber.trim() }),
      splits: splitsOf(form, amountCents),
    },
  };
}

function errorsOf(form: EntryForm, reading: Reading): FieldErrors {
  const isTransfer = form.kind === 'transfer';
  const needsVoucher = form.kind === 'expense' && !reading.draft;
  const amount = amountError(form.amount, amountIn(form.amount));
  return present([
    { entryDate: dayIn(form.entryDate) === undefined && 'Indiquez la date de l’opération.' },
    isTransfer ? placeErrors(form) : {},
    { amount },
    isTransfer ? {} : purposeErrors(form),
    { label: form.label.trim() === '' && 'Dites en quelques mots à quoi sert cet argent.' },
    isTransfer ? {} : paymentErrors(form, reading),
    needsVoucher ? voucherErrors(form, reading) : {},
  ]);
}

function placeErrors({ fromAccountNumber, toAccountNumber }: EntryForm): ErrorsFound {
  if (fromAccountNumber === '' && toAccountNumber === '')
    return { move: 'Choisissez le mouvement.' };
  return {
    fromAccountNumber: fromAccountNumber === '' && 'Dites d’où part l’argent.',
    toAccountNumber:
      (toAccountNumber === '' && 'Dites où va l’argent.') ||
      (toAccountNumber === fromAccountNumber && messageOf.accounts_identical),
  };
}

function purposeErrors(form: EntryForm): ErrorsFound {
  if (form.splits.length === 0)
    return { accountNumber: form.accountNumber === '' && 'Choisissez un compte.' };
  const rows = form.splits.flatMap(({ accountNumber, amount }, index) => [
    [`splits.${index}.accountNumber`, accountNumber === '' && 'Choisissez un compte.'] as const,
    [`splits.${index}.amountCents`, amountError(amount, amountIn(amount))] as const,
  ]);
  return { ...Object.fromEntries(rows), splits: restError(form) };
}

function restError(form: EntryForm): string | false {
  const rest = remainingCents(form);
  if (rest === 0) return false;
  return rest > 0
    ? `Il reste ${formatCents(rest)} à répartir.`
    : `${formatCents(negateCents(rest))} de trop sont répartis.`;
}

function paymentErrors({ kind, paymentMeans, chequeNumber }: EntryForm, { draft }: Reading) {
  const number = chequeNumber.trim();
  const isCheque = paymentMeans === 'cheque';
  return {
    paymentMeans: paymentMeans === '' && 'Dites comment cela a été payé.',
    chequeNumber:
      (isCheque &&
        number === '' &&
        kind === 'expense' &&
        !draft &&
        messageOf.cheque_number_missing) ||
      (isCheque &&
        number !== '' &&
        !/^\d{1,9}$/u.test(number) &&
        'Un numéro de chèque est fait de chiffres.'),
  };
}

const voucherErrors = (form: EntryForm, { attachmentIds }: Reading) => ({
  attachmentIds: !form.withoutVoucher && attachmentIds.length === 0 && messageOf.voucher_missing,
  noVoucherReason:
    form.withoutVoucher &&
    form.noVoucherReason.trim() === '' &&
    'Dites en quelques mots pourquoi il n’y a pas de pièce.',
});

const splitsOf = (form: EntryForm, amountCents: Cents): readonly Split[] =>
  form.splits.length === 0
    ? [splitOf(form.accountNumber, form.projectId, amountCents)]
    : form.splits.flatMap(({ accountNumber, projectId, amount }) => {
        const share = amountIn(amount);
        return share === undefined ? [] : [splitOf(accountNumber, projectId, share)];
      });

const splitOf = (accountNumber: string, projectId: string, amountCents: Cents): Split => ({
  accountNumber,
  amountCents,
  ...(projectId !== '' && { projectId }),
});

const amountError = (typed: string, amountCents: Cents | undefined): string | false => {
  if (typed.trim() === '') return 'Indiquez un montant.';
  if (amountCents === undefined) return 'Ce montant ne se lit pas. Écrivez par exemple 12,50.';
  return amountCents <= 0 && 'Le montant doit être supérieur à zéro.';
};

function amountIn(typed: string): Cents | undefined {
  const read = parseAmount(typed);
  return read.ok ? read.value : undefined;
}

function dayIn(typed: string): Day | undefined {
  const read = parseDay(typed);
  return read.ok ? read.value : undefined;
}

const present = (groups: readonly ErrorsFound[]): FieldErrors =>
  Object.fromEntries(
    groups
      .flatMap((group) => Object.entries(group))
      .filter((error): error is [string, string] => error[1] !== false),
  );
