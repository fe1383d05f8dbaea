import { useState } from 'preact/hooks';
import { day, formatDay } from '#shared/domain/dates.ts';
import {
  addFamilies,
  cancelCollection,
  changeCollection,
  closeCollection,
} from '#web/api/collections.ts';
import { DateField, dayOf } from '#web/ui/date-field.tsx';
import { errorFor } from '#web/ui/form-errors.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { ActDialog } from './act-dialog.tsx';
import { FamilyListFields, listOf } from './family-list.tsx';
import { familyIdsFor, settingsErrors, settingsOf } from './new-collection.ts';
import type { Collection } from './queries.ts';
import { PageField, PeriodFields } from './settings-fields.tsx';
import { useAct } from './use-act.ts';
import { problemWords } from './words.ts';

interface Props {
  readonly coopId: string;
  readonly collection: Collection;
  readonly onClose: () => void;
}

const written = (value: string | undefined): string =>
  value === undefined ? '' : formatDay(day(value));

/** What may change while the collecte is open. */
export function SettingsDialog({ coopId, collection, onClose }: Props) {
  const [typed, setTyped] = useState(() => ({
    purpose: collection.purpose ?? '',
    dueOn: written(collection.dueOn),
    startsOn: written(collection.startsOn),
    endsOn: written(collection.endsOn),
    capacity: collection.capacity === undefined ? '' : String(collection.capacity),
    pageUrl: collection.paymentPage?.url ?? '',
  }));
  const set = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part });
  const place = { coopId, collectionId: collection.id };
  const act = useAct(
    (body: Parameters<typeof changeCollection>[1]) => changeCollection(place, body),
    {
      done: 'La collecte est modifiée.',
      onClose,
    },
  );
  const send = () => {
    const dueOn = dayOf(typed.dueOn);
    act.send(dueOn && settingsOf(typed, dueOn), settingsErrors(typed));
  };
  return (
    <ActDialog title="Modifier la collecte" doing="Enregistrer" {...{ act, onClose }} onSend={send}>
      <TextField
        name="purpose"
        label="Ce que cela finance"
        optional
        multiline
        maxLength={400}
        value={typed.purpose}
        onChange={(purpose) => set({ purpose })}
      />
      <DateField
        name="dueOn"
        label="Date limite"
        value={typed.dueOn}
        onChange={(dueOn) => set({ dueOn })}
        error={errorFor(act.errors, 'dueOn')}
      />
      <PeriodFields typed={typed} errors={act.errors} onChange={set} />
      <PageField typed={typed} errors={act.errors} onChange={set} />
    </ActDialog>
  );
}

/** Families that come later: the same list as at the opening. */
export function AddFamiliesDialog({ coopId, collection, onClose }: Props) {
  const [typed, setTyped] = useState({ classForAll: '', families: '' });
  const [ids, setIds] = useState<readonly string[]>([]);
  const place = { coopId, collectionId: collection.id };
  const act = useAct((body: Parameters<typeof addFamilies>[1]) => addFamilies(place, body), {
    done: 'Les familles sont ajoutées.',
    onClose,
  });
  const send = () => {
    const { families, problems } = listOf(typed);
    const known = familyIdsFor(ids, families.length);
    setIds(known);
    const [problem] = problems;
    const errors = problem
      ? [
          {
            field: 'families',
            message: `Ligne ${problem.line}\u00A0: ${problemWords[problem.problem]}.`,
          },
        ]
      : families.length === 0
        ? [{ field: 'families', message: 'Indiquez au moins une famille.' }]
        : [];
    const body = {
      families: families.map(({ line: _, expectedCents, ...family }, index) => ({
        id: known[index] ?? '',
        ...family,
        ...(expectedCents !== undefined && collection.kind !== 'contribution' && { expectedCents }),
      })),
    };
    act.send(body, errors);
  };
  return (
    <ActDialog title="Ajouter des familles" doing="Ajouter" {...{ act, onClose }} onSend={send}>
      <FamilyListFields
        typed={typed}
        errors={act.errors}
        onChange={(part) => setTyped({ ...typed, ...part })}
      />
    </ActDialog>
  );
}

/** Ends a collecte, or cancels it; says before what happens to the money. */
export function EndDialog({
  coopId,
  collection,
  how,
  onClose,
}: Props & { readonly how: 'close' | 'cancel' }) {
  const place = { coopId, collectionId: collection.id };
  const isCancel = how === 'cancel';
  const act = useAct<true>(() => (isCancel ? cancelCollection(place) : closeCollection(place)), {
    done: isCancel ? 'La collecte est annulée.' : 'La collecte est terminée.',
    onClose,
  });
  return (
    <ActDialog
      title={isCancel ? 'Annuler cette collecte' : 'Terminer cette collecte'}
      doing={isCancel ? 'Annuler la collecte' : 'Terminer la collecte'}
      {...{ act, onClose }}
      onSend={() => act.send(true)}
    >
      {isCancel ? (
        <>
          <p>
            Plus rien n’est demandé aux familles. Tout ce qu’elles ont payé est à leur rendre, ou à
            reporter sur une autre collecte{'\u00A0'}: la liste restera ici jusqu’au dernier
            centime.
          </p>
          <p>
            Les paiements en ligne se remboursent sur la plateforme{'\u202F'}; chacun reste marqué
            ici jusqu’à ce qu’elle le dise.
          </p>
        </>
      ) : (
        <p>
          Plus aucun paiement ne sera noté. Ce qui a été reçu reste, et vous pourrez encore remettre
          des chèques en banque ou rembourser une famille.
        </p>
      )}
    </ActDialog>
  );
}
