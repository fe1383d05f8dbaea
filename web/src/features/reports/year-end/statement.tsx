import { useState } from 'preact/hooks';
import { formatDay, isDay, parseDay } from '#shared/domain/dates.ts';
import { newFiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { formatAmountField } from '#shared/domain/money.ts';
import { AmountField, amountOf } from '#web/ui/amount-field.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { errorFor, FormErrors, type FormError } from '#web/ui/form-errors.tsx';
import { FieldRow, FormStack } from '#web/ui/layout.tsx';
import type { Crf, YearPlace } from './crf-query.ts';
import { useFillCrf } from './use-fill-crf.ts';

/** The balance of the paper statement, for a coop whose bank gives no file that frames 31 August. */
export function Statement({ crf, ...place }: YearPlace & { readonly crf: Crf }) {
  const { statementOn, statementCents } = crf.snapshot.reconciliation;
  const [on, setOn] = useState(() =>
    formatDay(
      statementOn !== null && isDay(statementOn) ? statementOn : newFiscalYear(place.yearId).endOn,
    ),
  );
  const [closing, setClosing] = useState(() =>
    statementCents === null ? '' : formatAmountField(statementCents),
  );
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const fill = useFillCrf(place, 'Solde du relevé enregistré.');
  const submit = (event: Event) => {
    event.preventDefault();
    const date = parseDay(on);
    const closingCents = amountOf(closing);
    setErrors([
      ...(date.ok ? [] : [{ field: 'statement.on', message: 'Indiquez la date du relevé.' }]),
      ...(closingCents === undefined
        ? [{ field: 'statement.closingCents', message: 'Indiquez le solde final du relevé.' }]
        : []),
    ]);
    if (date.ok && closingCents !== undefined)
      fill.mutate({ statement: { on: date.value, closingCents } });
  };
  return (
    <Card title="Solde du relevé au 31 août">
      <form onSubmit={submit} noValidate>
        <FormStack>
          <p>
            À remplir seulement si vous n’avez pas importé le fichier de la banque qui encadre le 31
            août.
          </p>
          <FormErrors errors={errors} problem={fill.error} />
          <FieldRow>
            <DateField
              name="statement.on"
              label="Date du relevé"
              value={on}
              onChange={setOn}
              error={errorFor(errors, 'statement.on')}
            />
            <AmountField
              name="statement.closingCents"
              label="Solde final"
              value={closing}
              onChange={setClosing}
              error={errorFor(errors, 'statement.closingCents')}
            />
          </FieldRow>
          <div>
            <Button type="submit" busy={fill.isPending}>
              Enregistrer le solde
            </Button>
          </div>
        </FormStack>
      </form>
    </Card>
  );
}
