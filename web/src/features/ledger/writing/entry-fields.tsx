import { AmountField } from '#web/ui/amount-field.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { errorFor } from '#web/ui/form-errors.tsx';
import { FieldRow, FormStack } from '#web/ui/layout.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { whyFilled, type FilledField, type LineFilling } from './bank-line.ts';
import type { BankNumber, EntryForm, FormKind } from './entry-form.ts';
import type { FieldsProps } from './fields-props.ts';
import { PaymentFields } from './payment-fields.tsx';
import { PurposeFields } from './purpose-fields.tsx';
import { TransferFields } from './transfer-fields.tsx';
import type { Choices } from './use-choices.ts';
import type { EntryEditorState } from './use-entry-editor.ts';
import { VoucherFields } from './voucher-fields.tsx';
import css from './writing.module.css';

interface Props {
  readonly editor: EntryEditorState;
  readonly choices: Choices;
  readonly bankNumbers: readonly BankNumber[];
  /** What a line of the bank had pre-filled. */
  readonly filling: LineFilling | undefined;
}

interface Wording {
  readonly who: string;
  readonly what: string;
  readonly example: string;
}

const words: Readonly<Record<FormKind, Wording>> = {
  expense: { who: 'Payé à qui ?', what: 'Pour quoi ?', example: 'Bus pour le musée' },
  income: { who: 'Reçu de qui ?', what: 'Pour quoi ?', example: 'Vente de gâteaux' },
  transfer: { who: '', what: 'Pour quoi ?', example: 'Espèces de la kermesse' },
};

/** All the fields of an entry, in the order one tells it: how much, when, who, what, how, proof. */
export function EntryFields({ editor, choices, bankNumbers, filling }: Props) {
  const { form, change, uploads } = editor;
  const errorOf = (field: string) => errorFor(editor.errors, field);
  const { accounts, projects, onAddProject } = choices;
  const whyOf = (field: FilledField) => whyFilled(form, filling, field);
  const given: FieldsProps = { form, change, errorOf, whyOf, accounts, projects, onAddProject };
  const isTransfer = form.kind === 'transfer';
  return (
    <div class={css['sides']}>
      <FormStack>
        {isTransfer && <TransferFields {...given} bankNumbers={bankNumbers} />}
        <FieldRow>
          <AmountField
            name="amount"
            label="Combien ?"
            value={form.amount}
            onChange={(amount) => change({ amount })}
            error={errorOf('amount')}
          />
          <DateField
            name="entryDate"
            label="Quand ?"
            value={form.entryDate}
            onChange={(entryDate) => change({ entryDate })}
            error={errorOf('entryDate')}
          />
        </FieldRow>
        {!isTransfer && <Who {...given} choices={choices} />}
        <TextField
          name="label"
          label={words[form.kind].what}
          hint={whyOf('label') ?? labelHint(form)}
          value={form.label}
          onChange={(label) => change({ label })}
          maxLength={200}
          error={errorOf('label')}
        />
        {!isTransfer && <PurposeFields {...given} />}
        {!isTransfer && (
          <PaymentFields {...given} nextCheque={choices.nextCheque} bankNumbers={bankNumbers} />
        )}
      </FormStack>
      <FormStack>
        <VoucherFields {...given} uploads={uploads} />
      </FormStack>
    </div>
  );
}

const labelHint = ({ kind, toAccountNumber }: EntryForm): string =>
  toAccountNumber === '541'
    ? 'Dites la classe : Régie de la classe de CM2.'
    : `Par exemple : ${words[kind].example}.`;

/** Whom it was paid to or received from; a known name brings back the account of the last time. */
function Who({
  form,
  change,
  errorOf,
  whyOf,
  choices,
}: FieldsProps & { readonly choices: Choices }) {
  const name = (counterparty: string) => {
    const last = choices.lastUse(counterparty);
    const isUntold = form.accountNumber === '' && form.splits.length === 0;
    change({
      counterparty,
      ...(last && isUntold && { accountNumber: last.accountNumber }),
      ...(last &&
        form.paymentMeans === '' &&
        last.paymentMeans !== 'cheque' && {
          paymentMeans: last.paymentMeans,
        }),
    });
  };
  return (
    <TextField
      name="counterparty"
      label={words[form.kind].who}
      optional
      hint={whyOf('counterparty')}
      value={form.counterparty}
      onChange={name}
      suggestions={choices.counterparties}
      maxLength={120}
      error={errorOf('counterparty')}
    />
  );
}
