import type { PaymentMeans } from '#shared/domain/ledger/entry.ts';
import { Button } from '#web/ui/button.tsx';
import { RadioCards } from '#web/ui/choice-fields.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { meansLabels } from '../ledger-entry.ts';
import { isBankNumber } from './bank-numbers.ts';
import type { FieldsProps } from './fields-props.ts';

const meansOut: readonly PaymentMeans[] = ['card', 'cheque', 'transfer', 'directDebit', 'cash'];
const meansIn: readonly PaymentMeans[] = ['transfer', 'cheque', 'cash', 'platform'];

interface Props extends FieldsProps {
  /** The number after the last cheque, when one is known. */
  readonly nextCheque: string | undefined;
  /** 512, 514, or both. */
  readonly bankNumbers: readonly string[];
}

/** How it was paid; cash means the cash box, everything else the bank. */
export function PaymentFields(props: Props) {
  const { form, change, errorOf, nextCheque, bankNumbers } = props;
  const usual = form.kind === 'expense' ? meansOut : meansIn;
  const means =
    form.paymentMeans === '' || usual.includes(form.paymentMeans)
      ? usual
      : [...usual, form.paymentMeans];
  const choose = (paymentMeans: PaymentMeans) =>
    change({
      paymentMeans,
      ...(paymentMeans === 'cheque' &&
        form.kind === 'expense' &&
        form.chequeNumber === '' && { chequeNumber: nextCheque ?? '' }),
    });
  return (
    <>
      <RadioCards
        name="paymentMeans"
        label={form.kind === 'expense' ? 'Payé comment ?' : 'Reçu comment ?'}
        compact
        value={form.paymentMeans}
        onChange={choose}
        options={means.map((value) => ({ value, label: meansLabels[value] }))}
        error={errorOf('paymentMeans')}
      />
      {form.paymentMeans === 'cheque' && <ChequeNumber {...props} />}
      {bankNumbers.length > 1 && form.paymentMeans !== 'cash' && (
        <SelectField
          name="bankNumber"
          label={form.kind === 'expense' ? 'Depuis quel compte ?' : 'Sur quel compte ?'}
          value={form.bankNumber}
          onChange={(bankNumber) => isBankNumber(bankNumber) && change({ bankNumber })}
          options={[
            { value: '512', label: 'Banque' },
            { value: '514', label: 'Compte postal (CCP)' },
          ]}
        />
      )}
    </>
  );
}

function ChequeNumber({ form, change, errorOf, nextCheque }: Props) {
  const offered = nextCheque !== undefined && form.chequeNumber !== nextCheque;
  const issued = form.kind === 'expense';
  return (
    <>
      <TextField
        name="chequeNumber"
        label="Numéro du chèque"
        short
        inputMode="numeric"
        optional={!issued}
        hint={issued ? 'En bas à gauche du chèque, les 7 premiers chiffres.' : undefined}
        value={form.chequeNumber}
        onChange={(chequeNumber) => change({ chequeNumber })}
        error={errorOf('chequeNumber')}
      />
      {issued && offered && (
        <div>
          <Button look="quiet" onClick={() => change({ chequeNumber: nextCheque })}>
            Le suivant du carnet : {nextCheque}
          </Button>
        </div>
      )}
    </>
  );
}
