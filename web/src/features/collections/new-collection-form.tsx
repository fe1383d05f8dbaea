import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { collectionKinds } from '#shared/domain/collections/collection.ts';
import { openCollection } from '#web/api/collections.ts';
import { AccountPicker, type PickableAccount } from '#web/ui/account-picker.tsx';
import { AmountField } from '#web/ui/amount-field.tsx';
import { Button } from '#web/ui/button.tsx';
import { RadioCards } from '#web/ui/choice-fields.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { errorFor, FormErrors, formErrorsOf, type FormError } from '#web/ui/form-errors.tsx';
import { FieldRow, FormStack } from '#web/ui/layout.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { today } from '#web/ui/today.ts';
import { useAutosave } from '#web/ui/use-autosave.ts';
import { FamilyListFields, listOf, type TypedList } from './family-list.tsx';
import { Instalments } from './instalments.tsx';
import {
  emptyCollection,
  familyIdsFor,
  readCollection,
  type TypedCollection,
} from './new-collection.ts';
import { PageField, PeriodFields } from './settings-fields.tsx';
import { Step } from './step.tsx';
import { kindWords } from './words.ts';

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
  } = useAutosave<TypedCollection>(`nouvelle-collecte:${coopId}`, start);
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
  const setList = (part: Partial<TypedList>) => {
    const { families } = listOf({ ...typed, ...part });
    set({ ...part, familyIds: familyIdsFor(typed.familyIds, families.length) });
  };
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
        <Step title={'1. De quoi s’agit-il\u202F?'}>
          <RadioCards
            name="kind"
            label="Genre de collecte"
            value={typed.kind}
            onChange={(kind) => set({ kind, accountNumber: kindWords[kind].accountNumber })}
            options={collectionKinds.map((value) => ({ value, ...kindWords[value] }))}
          />
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
        </Step>
        <AmountStep typed={typed} errors={errors} onChange={set} />
        <Step title={'3. Où va l’argent\u202F?'}>
          <PageField typed={typed} errors={errors} onChange={set} />
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
        </Step>
        <Step title={'4. Quelles familles\u202F?'}>
          <FamilyListFields typed={typed} errors={errors} onChange={setList} />
        </Step>
        <div>
          <Button type="submit" look="primary" busy={open.isPending}>
            Ouvrir la collecte
          </Button>
        </div>
      </FormStack>
    </form>
  );
}

/** How much, in how many times, by when; and when it takes place. */
function AmountStep({
  typed,
  errors,
  onChange: set,
}: {
  readonly typed: TypedCollection;
  readonly errors: readonly FormError[];
  readonly onChange: (part: Partial<TypedCollection>) => void;
}) {
  const isFree = typed.kind === 'contribution';
  return (
    <Step title={'2. Combien, et pour quand\u202F?'}>
      {isFree && (
        <Notice>
          Chaque famille donne ce qu’elle veut, ou rien{'\u00A0'}: aucun montant n’est demandé,
          personne n’est relancé.
        </Notice>
      )}
      <FieldRow>
        {!isFree && (
          <AmountField
            name="expectedCents"
            label="Participation par enfant"
            value={typed.expected}
            onChange={(expected) => set({ expected })}
            error={errorFor(errors, 'expectedCents')}
          />
        )}
        <DateField
          name="dueOn"
          label="Date limite"
          min={today()}
          value={typed.dueOn}
          onChange={(dueOn) => set({ dueOn })}
          error={errorFor(errors, 'dueOn')}
        />
      </FieldRow>
      {!isFree && <Instalments typed={typed} errors={errors} onChange={set} />}
      {(typed.kind === 'trip' || typed.kind === 'tickets') && (
        <PeriodFields typed={typed} errors={errors} onChange={set} />
      )}
    </Step>
  );
}
