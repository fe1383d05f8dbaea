import { formatCents, negateCents } from '#shared/domain/money.ts';
import { AccountPicker } from '#web/ui/account-picker.tsx';
import { AmountField } from '#web/ui/amount-field.tsx';
import { Button } from '#web/ui/button.tsx';
import { FieldGroup } from '#web/ui/field.tsx';
import { FieldRow, Row } from '#web/ui/layout.tsx';
import type { SplitTyped } from './entry-form.ts';
import type { FieldsProps } from './fields-props.ts';
import { ProjectField } from './project-field.tsx';
import { addShare, remainingCents, removeShare, stopSharing, takeRest } from './share-out.ts';
import css from './writing.module.css';

/** «Répartir sur plusieurs comptes»: rows of account and amount, what is left said live. */
export function ShareRows(props: FieldsProps) {
  const { form, change, errorOf } = props;
  return (
    <FieldGroup
      name="splits"
      label="Répartir sur plusieurs comptes"
      hint={<Remaining {...props} />}
      error={errorOf('splits')}
    >
      <ol class={css['shares']}>
        {form.splits.map((split, index) => (
          <li key={index} class={css['share']}>
            <ShareRow {...props} split={split} index={index} />
          </li>
        ))}
      </ol>
      <Row>
        <Button look="quiet" icon="plus" onClick={() => change(addShare(form))}>
          Ajouter un compte
        </Button>
        <Button look="quiet" onClick={() => change(stopSharing(form))}>
          Un seul compte
        </Button>
      </Row>
    </FieldGroup>
  );
}

function Remaining({ form }: FieldsProps) {
  const rest = remainingCents(form);
  return (
    <output aria-live="polite">
      {rest === 0 && 'Tout est réparti.'}
      {rest > 0 && `Il reste ${formatCents(rest)} à répartir.`}
      {rest < 0 && `${formatCents(negateCents(rest))} de trop sont répartis.`}
    </output>
  );
}

function ShareRow(props: FieldsProps & { readonly split: SplitTyped; readonly index: number }) {
  const { form, change, errorOf, accounts, split, index } = props;
  const set = (patch: Partial<SplitTyped>) =>
    change({
      splits: form.splits.map((row, place) => (place === index ? { ...row, ...patch } : row)),
    });
  const rest = remainingCents(form);
  return (
    <>
      <AccountPicker
        name={`splits.${index}.accountNumber`}
        label={`Compte ${index + 1}`}
        accounts={accounts}
        value={split.accountNumber}
        onChange={(accountNumber) => set({ accountNumber })}
        error={errorOf(`splits.${index}.accountNumber`)}
      />
      <FieldRow>
        <AmountField
          name={`splits.${index}.amountCents`}
          label={`Montant ${index + 1}`}
          value={split.amount}
          onChange={(amount) => set({ amount })}
          error={errorOf(`splits.${index}.amountCents`)}
        />
        <ProjectField
          {...props}
          name={`splits.${index}.projectId`}
          value={split.projectId}
          onChange={(projectId) => set({ projectId })}
        />
      </FieldRow>
      <Row>
        {rest > 0 && (
          <Button look="quiet" onClick={() => change(takeRest(form, index))}>
            Mettre le reste ici ({formatCents(rest)})
          </Button>
        )}
        <Button
          look="quiet"
          icon="trash"
          label={`Retirer le compte ${index + 1}`}
          onClick={() => change(removeShare(form, index))}
        >
          Retirer
        </Button>
      </Row>
    </>
  );
}
