import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { openCollection } from '#web/api/collections.ts';
import { AccountPicker, type PickableAccount } from '#web/ui/account-picker.tsx';
import { AmountField } from '#web/ui/amount-field.tsx';
import { Button } from '#web/ui/button.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { errorFor, FormErrors, formErrorsOf, type FormError } from '#web/ui/form-errors.tsx';
import { FieldRow, FormStack } from '#web/ui/layout.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { today } from '#web/ui/today.ts';
import { useAutosave } from '#web/ui/use-autosave.ts';
import { FamilyList } from './family-list.tsx';
import { emptyCollection, readCollection, type TypedCollection } from './new-collection.ts';

interface Props {
  readonly coopId: string;
  readonly accounts: readonly PickableAccount[];
  readonly projects: readonly { readonly id: string; readonly name: string }[];
}

/** What is asked of whom. Kept on the device until it is acknowledged. */
export function NewCollectionForm({ coopId, accounts, projects }: Props) {
  const [start] = useState(emptyCollection);
  const {
    value: typed,
    setValue,
    clear,
  } = useAutosave<TypedCollection>(`collecte:${coopId}`, start);
  const [found, setFound] = useState<readonly FormError[]>([]);
  const [, go] = useLocation();
  const queries = useQueryClient();
  const open = useMutation({
    mutationFn: (body: Parameters<typeof openCollection>[1]) =>
      openCollection({ coopId, collectionId: typed.id }, body),
    onSuccess: async ({ collection }) => {
      clear();
      showToast({ message: `La collecte «\u00A0${collection.title}\u00A0» est ouverte.` });
      await queries.invalidateQueries({ queryKey: ['collections', coopId] });
      go(`/coops/${coopId}/collectes/${collection.id}`);
    },
  });
  const set = (part: Partial<TypedCollection>) => setValue({ ...typed, ...part });
  const submit = (event: Event) => {
    event.preventDefault();
    const { body, errors } = readCollection(typed);
    setFound(errors);
    if (!body) return;
    set({ familyIds: body.families.map(({ id }) => id) });
    open.mutate(body);
  };
  const errors = found.length > 0 ? found : formErrorsOf(open.error);
  return (
    <form onSubmit={submit} noValidate>
      <FormStack>
        <FormErrors errors={found} problem={found.length > 0 ? undefined : open.error} />
        <TextField
          name="title"
          label="Nom de la collecte"
          hint="Les familles et le justificatif le montreront."
          value={typed.title}
          onChange={(title) => set({ title })}
          maxLength={80}
          error={errorFor(errors, 'title')}
        />
        <TextField
          name="purpose"
          label="Ce que cela finance"
          optional
          multiline
          maxLength={400}
          value={typed.purpose}
          onChange={(purpose) => set({ purpose })}
        />
        <FieldRow>
          <AmountField
            name="expectedCents"
            label="Participation par enfant"
            value={typed.expected}
            onChange={(expected) => set({ expected })}
            error={errorFor(errors, 'expectedCents')}
          />
          <DateField
            name="dueOn"
            label="Date limite"
            min={today()}
            value={typed.dueOn}
            onChange={(dueOn) => set({ dueOn })}
            error={errorFor(errors, 'dueOn')}
          />
        </FieldRow>
        <AccountPicker
          name="accountNumber"
          label="Compte de la recette"
          accounts={accounts}
          value={typed.accountNumber}
          onChange={(accountNumber) => set({ accountNumber })}
          error={errorFor(errors, 'accountNumber')}
        />
        {projects.length > 0 && (
          <SelectField
            name="projectId"
            label="Projet"
            optional
            placeholder="Aucun projet"
            value={typed.projectId}
            onChange={(projectId) => set({ projectId })}
            options={projects.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <FamilyList typed={typed} errors={errors} onChange={set} />
        <div>
          <Button type="submit" look="primary" busy={open.isPending}>
            Ouvrir la collecte
          </Button>
        </div>
      </FormStack>
    </form>
  );
}
