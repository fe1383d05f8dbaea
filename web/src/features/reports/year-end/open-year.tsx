import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';
import { formatAmountField, zeroCents } from '#shared/domain/money.ts';
import { findYear, openYear } from '#web/api/ledger.ts';
import { AmountField, amountOf } from '#web/ui/amount-field.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { errorFor, FormErrors, type FormError } from '#web/ui/form-errors.tsx';
import { FieldRow, FormStack } from '#web/ui/layout.tsx';
import { newId } from '#web/ui/new-id.ts';
import { showToast } from '#web/ui/toast.tsx';

interface Props {
  readonly coopId: string;
  readonly yearId: string;
  /** The year before, whose balances are proposed. */
  readonly previous: string | undefined;
}

/** Opens the fiscal year with what bank and cash held on 1 September. */
export function OpenYear({ coopId, yearId, previous }: Props) {
  const [id] = useState(newId);
  const [bank, setBank] = useState('');
  const [cash, setCash] = useState('');
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const queries = useQueryClient();
  const before = useQuery({
    queryKey: ['year', coopId, previous],
    queryFn: () => findYear({ coopId, yearId: previous ?? '' }),
    enabled: previous !== undefined,
  });
  useEffect(() => {
    if (!before.data) return;
    const { balanceCents } = before.data;
    setBank(formatAmountField(balanceCents['512'] ?? zeroCents));
    setCash(formatAmountField(balanceCents['530'] ?? zeroCents));
  }, [before.data]);
  const open = useMutation({
    mutationFn: (body: Parameters<typeof openYear>[1]) => openYear({ coopId, yearId }, body),
    onSuccess: async () => {
      showToast({ message: `L’exercice ${schoolYearLabel(yearId)} est ouvert.` });
      await queries.invalidateQueries();
    },
  });
  const submit = (event: Event) => {
    event.preventDefault();
    const bankCents = amountOf(bank);
    const cashCents = amountOf(cash);
    const wrong = [
      ...(bankCents === undefined
        ? [{ field: 'bankCents', message: 'Indiquez le solde de la banque au 1er septembre.' }]
        : []),
      ...(cashCents === undefined
        ? [
            {
              field: 'cashCents',
              message: 'Indiquez ce que contient la caisse, 0 si elle est vide.',
            },
          ]
        : []),
    ];
    setErrors(wrong);
    if (bankCents !== undefined && cashCents !== undefined)
      open.mutate({ id, bankCents, cashCents });
  };
  return (
    <Card title={`Ouvrir l’exercice ${schoolYearLabel(yearId)}`}>
      <form onSubmit={submit} noValidate>
        <FormStack>
          <p>
            Ces deux montants sont ceux du dernier CRF. Ils deviennent la première écriture de
            l’année, le report à nouveau.
          </p>
          <FormErrors errors={errors} problem={open.error} />
          <FieldRow>
            <AmountField
              name="bankCents"
              label="En banque au 1er septembre"
              value={bank}
              onChange={setBank}
              error={errorFor(errors, 'bankCents')}
            />
            <AmountField
              name="cashCents"
              label="En caisse au 1er septembre"
              value={cash}
              onChange={setCash}
              error={errorFor(errors, 'cashCents')}
            />
          </FieldRow>
          <div>
            <Button type="submit" look="primary" busy={open.isPending}>
              Ouvrir l’exercice
            </Button>
          </div>
        </FormStack>
      </form>
    </Card>
  );
}
