import { useState } from 'preact/hooks';
import { AmountField } from '#web/ui/amount-field.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { errorFor, FormErrors, type FormError } from '#web/ui/form-errors.tsx';
import { FieldRow, Row, Stack } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import type { Crf, YearPlace } from './crf-query.ts';
import { emptySubsidy, readSubsidies, typedSubsidyOf, type TypedSubsidy } from './subsidy-rows.ts';
import { useFillCrf } from './use-fill-crf.ts';

/** The table of subsidies: who gave what for what; its total must be that of account 7410. */
export function SubsidyTable({ crf, ...place }: YearPlace & { readonly crf: Crf }) {
  const booked = crf.snapshot.incomes.find(({ line }) => line === '741')?.amountCents;
  const [typed, setTyped] = useState<readonly TypedSubsidy[]>(() =>
    crf.snapshot.subsidies.length > 0 ? crf.snapshot.subsidies.map(typedSubsidyOf) : [emptySubsidy],
  );
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const fill = useFillCrf(place, 'Tableau des subventions enregistré.');
  const change = (index: number, part: Partial<TypedSubsidy>) =>
    setTyped(typed.map((row, at) => (at === index ? { ...row, ...part } : row)));
  const submit = (event: Event) => {
    event.preventDefault();
    const read = readSubsidies(typed);
    setErrors(read.errors);
    if (read.errors.length === 0) fill.mutate({ subsidies: read.subsidies });
  };
  return (
    <Card title="Tableau des subventions">
      <form onSubmit={submit} noValidate>
        <Stack>
          <p>
            {booked === undefined || booked === 0 ? (
              'Aucune subvention publique n’est notée cette année\u00A0: videz ce tableau.'
            ) : (
              <>
                Détaillez les <Money amountCents={booked} /> de subventions publiques de l’année.
              </>
            )}
          </p>
          <FormErrors errors={errors} problem={fill.error} />
          {typed.map((row, index) => (
            <FieldRow key={index}>
              <TextField
                name={`subsidies.${index}.payer`}
                label="Qui a versé"
                value={row.payer}
                onChange={(payer) => change(index, { payer })}
                error={errorFor(errors, `subsidies.${index}.payer`)}
              />
              <AmountField
                name={`subsidies.${index}.amountCents`}
                label="Montant"
                value={row.amount}
                onChange={(amount) => change(index, { amount })}
                error={errorFor(errors, `subsidies.${index}.amountCents`)}
              />
              <TextField
                name={`subsidies.${index}.purpose`}
                label="Pour quoi"
                optional
                value={row.purpose}
                onChange={(purpose) => change(index, { purpose })}
              />
            </FieldRow>
          ))}
          <Row>
            <Button type="submit" busy={fill.isPending}>
              Enregistrer les subventions
            </Button>
            <Button look="quiet" icon="plus" onClick={() => setTyped([...typed, emptySubsidy])}>
              Ajouter une ligne
            </Button>
          </Row>
        </Stack>
      </form>
    </Card>
  );
}
