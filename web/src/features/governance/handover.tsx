import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { formatLongDay } from '#shared/domain/dates.ts';
import { fiscalYearIdOf, newFiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { handOver } from '#web/api/governance.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { errorFor, FormErrors, formErrorsOf, type FormError } from '#web/ui/form-errors.tsx';
import { FormStack, Row } from '#web/ui/layout.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { today } from '#web/ui/today.ts';
import { useAutosave } from '#web/ui/use-autosave.ts';
import { HandoverCheck } from './handover-check.tsx';
import { HandoverDone } from './handover-done.tsx';
import { readHandover, type HandoverAsked, type HandoverTyped } from './mandate.ts';

interface Props {
  readonly coopId: string;
}

/** Mandates usually follow the year of the books. */
const schoolYearEnd = () => newFiscalYear(fiscalYearIdOf(today())).endOn;

const nothingTyped: HandoverTyped = { successorName: '', successorMail: '', lastDay: '' };

/** Hands the mandate over: say to whom and when, check, done. */
export function Handover({ coopId }: Props) {
  const client = useQueryClient();
  const {
    value: typed,
    setValue: setTyped,
    clear,
  } = useAutosave(`passation:${coopId}`, nothingTyped);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [open, setOpen] = useState(false);
  const [checked, setChecked] = useState<HandoverAsked>();
  const send = useMutation({
    mutationFn: ({ successorName, successorMail, lastDay }: HandoverAsked) =>
      handOver({ coopId }, { successorName, successorMail, lastDay }),
    onSuccess: () => {
      clear();
      return client.invalidateQueries({ queryKey: ['mandates', coopId] });
    },
    onError: (error) => {
      setErrors(formErrorsOf(error));
      setChecked(undefined);
    },
  });
  if (send.isSuccess) return <HandoverDone asked={send.variables} />;
  if (checked)
    return (
      <HandoverCheck
        asked={checked}
        busy={send.isPending}
        onConfirm={() => send.mutate(checked)}
        onBack={() => setChecked(undefined)}
      />
    );
  if (!open && !send.error)
    return (
      <Card title="Passer la main">
        <p>
          Vous quittez l’école ou la coopérative ? Dites qui vous remplace et quand : ses droits
          commencent le lendemain de votre dernier jour. Cela prend deux minutes.
        </p>
        <Row>
          <Button look="primary" onClick={() => setOpen(true)}>
            Préparer la passation
          </Button>
        </Row>
      </Card>
    );
  const check = (event: Event) => {
    event.preventDefault();
    const read = readHandover(typed, today());
    setErrors(read.errors);
    if (read.asked) setChecked(read.asked);
  };
  return (
    <Card title="Passer la main">
      <form noValidate onSubmit={check}>
        <FormErrors errors={errors} problem={send.error} />
        <HandoverFields typed={typed} onChange={setTyped} errors={errors} />
      </form>
    </Card>
  );
}

interface FieldsProps {
  readonly typed: HandoverTyped;
  readonly onChange: (typed: HandoverTyped) => void;
  readonly errors: readonly FormError[];
}

const HandoverFields = ({ typed, onChange, errors }: FieldsProps) => (
  <FormStack>
    <TextField
      name="successorName"
      label="Qui vous remplace ?"
      hint="Prénom et nom."
      value={typed.successorName}
      onChange={(successorName) => onChange({ ...typed, successorName })}
      maxLength={80}
      error={errorFor(errors, 'successorName')}
    />
    <TextField
      name="successorMail"
      label="Son adresse électronique"
      hint="Celle avec laquelle cette personne se connectera."
      type="email"
      inputMode="email"
      value={typed.successorMail}
      onChange={(successorMail) => onChange({ ...typed, successorMail })}
      error={errorFor(errors, 'successorMail')}
    />
    <DateField
      name="lastDay"
      label="Votre dernier jour"
      hint={`jj/mm/aaaa. Vos droits durent jusqu’au soir de ce jour ; le plus souvent le ${formatLongDay(schoolYearEnd())}.`}
      value={typed.lastDay}
      onChange={(lastDay) => onChange({ ...typed, lastDay })}
      min={today()}
      error={errorFor(errors, 'lastDay')}
    />
    <Row>
      <Button type="submit" look="primary">
        Vérifier la passation
      </Button>
    </Row>
  </FormStack>
);
