import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';
import { zeroCents } from '#shared/domain/money.ts';
import { openYear } from '#web/api/ledger.ts';
import { AmountField, amountOf } from '#web/ui/amount-field.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { errorFor, FormErrors, type FormError } from '#web/ui/form-errors.tsx';
import { FormStack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { newId } from '#web/ui/new-id.ts';
import { showToast } from '#web/ui/toast.tsx';
import { openingQuery, type Place } from './opening-money.ts';

interface Props {
  readonly coopId: string;
  readonly yearId: string;
  /** The year before, whose balances are proposed. */
  readonly previous: string | undefined;
}

/** Opens the fiscal year with what each bank account and the cash box held on 1 September. */
export function OpenYear({ coopId, yearId, previous }: Props) {
  const query = useQuery(openingQuery(coopId, previous));
  return (
    <Card title={`Ouvrir l’exercice ${schoolYearLabel(yearId)}`}>
      <Loaded query={query} lines={4}>
        {(places) => <OpeningForm coopId={coopId} yearId={yearId} places={places} />}
      </Loaded>
    </Card>
  );
}

interface FormProps extends Omit<Props, 'previous'> {
  readonly places: readonly Place[];
}

function OpeningForm({ coopId, yearId, places }: FormProps) {
  const [id] = useState(newId);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const queries = useQueryClient();
  const open = useMutation({
    mutationFn: (body: Parameters<typeof openYear>[1]) => openYear({ coopId, yearId }, body),
    onSuccess: async () => {
      showToast({ message: `L’exercice ${schoolYearLabel(yearId)} est ouvert.` });
      await queries.invalidateQueries();
    },
  });
  const textOf = ({ name, start }: Place) => typed[name] ?? start;
  const submit = (event: Event) => {
    event.preventDefault();
    const read = places.map((place) => ({ ...place, amount: amountOf(textOf(place)) }));
    const wrong = read.filter(({ amount }) => amount === undefined);
    setErrors(wrong.map(({ name, missing }) => ({ field: name, message: missing })));
    const held = Object.fromEntries(read.map(({ name, amount }) => [name, amount ?? zeroCents]));
    const none = { bankCents: zeroCents, postalCents: zeroCents, cashCents: zeroCents };
    if (wrong.length === 0) open.mutate({ id, ...none, ...held });
  };
  return (
    <form onSubmit={submit} noValidate>
      <FormStack>
        <p>
          Ce que chacun contenait au 1er septembre{'\u00A0'}: les montants du dernier CRF. Ils
          deviennent la première écriture de l’année, le report à nouveau.
        </p>
        <FormErrors errors={errors} problem={open.error} />
        {places.map((place) => (
          <AmountField
            key={place.name}
            name={place.name}
            label={place.label}
            {...(place.hint !== undefined && { hint: place.hint })}
            value={textOf(place)}
            onChange={(text) => setTyped({ ...typed, [place.name]: text })}
            error={errorFor(errors, place.name)}
          />
        ))}
        <div>
          <Button type="submit" look="primary" busy={open.isPending}>
            Ouvrir l’exercice
          </Button>
        </div>
      </FormStack>
    </form>
  );
}
