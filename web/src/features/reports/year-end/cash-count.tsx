import { useState } from 'preact/hooks';
import { countedCents } from '#shared/domain/reports/crf.ts';
import { formatCents, cents } from '#shared/domain/money.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { FormErrors, type FormError } from '#web/ui/form-errors.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import css from './cash-count.module.css';
import { countedRows, denominationsCents, typedCountsOf } from './cash-rows.ts';
import type { Crf, YearPlace } from './crf-query.ts';
import { useFillCrf } from './use-fill-crf.ts';

/** `200 €`, `0,50 €`: as it is written on the note or the coin. */
const valueOf = (denomination: number): string =>
  denomination % 100 === 0 ? `${denomination / 100}\u00A0€` : formatCents(cents(denomination));

/** Counts the cash box, coin by coin; the total is compared with the books while typing. */
export function CashCount({ crf, ...place }: YearPlace & { readonly crf: Crf }) {
  const { rows: known, ledgerCents } = crf.snapshot.cashCount;
  const [typed, setTyped] = useState(() => typedCountsOf(known));
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const fill = useFillCrf(place, 'Arrêté de caisse enregistré.');
  const rows = countedRows(typed);
  const total = rows && countedCents(rows);
  const submit = (event: Event) => {
    event.preventDefault();
    setErrors(
      rows
        ? []
        : [{ field: 'cashCount', message: 'Écrivez des nombres entiers de pièces et de billets.' }],
    );
    if (rows) fill.mutate({ cashCount: rows });
  };
  return (
    <Card title="Compter la caisse" anchor="caisse">
      <form onSubmit={submit} noValidate>
        <Stack>
          <p>
            Comptez les pièces et les billets au 31 août. D’après les écritures, la caisse contient{' '}
            <Money amountCents={ledgerCents} />.
          </p>
          <FormErrors errors={errors} problem={fill.error} />
          <div class={css['grid']}>
            {denominationsCents.map((denomination) => (
              <TextField
                key={denomination}
                name={`count-${denomination}`}
                label={`${denomination >= 500 ? 'Billets' : 'Pièces'} de ${valueOf(denomination)}`}
                short
                inputMode="numeric"
                value={typed[String(denomination)] ?? ''}
                onChange={(count) => setTyped({ ...typed, [String(denomination)]: count })}
              />
            ))}
          </div>
          <p aria-live="polite">
            {total === undefined ? (
              'Un nombre ne se lit pas.'
            ) : (
              <>
                Compté{'\u00A0'}: <Money amountCents={total} />
                {total === ledgerCents ? (
                  ', comme dans les écritures.'
                ) : (
                  <>
                    {' '}
                    (écart de <Money amountCents={cents(total - ledgerCents)} signed />)
                  </>
                )}
              </>
            )}
          </p>
          <div>
            <Button type="submit" busy={fill.isPending}>
              Enregistrer le comptage
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  );
}
