import { useState } from 'preact/hooks';
import { useSearchParams } from 'wouter-preact';
import { formatDay, type Day } from '#shared/domain/dates.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { dayOf, DateField } from '#web/ui/date-field.tsx';
import { FormStack } from '#web/ui/layout.tsx';

/** Asks for the state of the account at the end of a day: what the year end needs. */
export function StateOnField({ on }: { readonly on?: Day }) {
  const [, setAsked] = useSearchParams();
  const [typed, setTyped] = useState(on === undefined ? '' : formatDay(on));
  const chosen = dayOf(typed);
  const show = (event: Event) => {
    event.preventDefault();
    if (chosen !== undefined) setAsked({ au: chosen });
  };
  return (
    <Card title="L’état à une date">
      <form noValidate onSubmit={show}>
        <FormStack>
          <DateField
            name="au"
            label="À la fin du"
            hint="Par exemple le 31/08, pour la fin de l’exercice."
            value={typed}
            onChange={setTyped}
          />
          <Button
            type="submit"
            disabledReason={chosen === undefined ? 'Donnez une date.' : undefined}
          >
            Voir l’état à cette date
          </Button>
        </FormStack>
      </form>
    </Card>
  );
}
