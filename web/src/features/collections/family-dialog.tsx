import { useState } from 'preact/hooks';
import { useQuery } from '@tanstack/preact-query';
import { asksSeat } from '#shared/domain/collections/seat.ts';
import { cents, formatAmountField, formatCents } from '#shared/domain/money.ts';
import { answerSeat, carryCredit, changeFamily, removeFamily } from '#web/api/collections.ts';
import { AmountField, amountOf } from '#web/ui/amount-field.tsx';
import { Button } from '#web/ui/button.tsx';
import { errorFor, type FormError } from '#web/ui/form-errors.tsx';
import { Facts, Row } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { newId } from '#web/ui/new-id.ts';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { today } from '#web/ui/today.ts';
import { ActDialog } from './act-dialog.tsx';
import { collectionQuery, collectionsQuery, type Collection, type Family } from './queries.ts';
import { useAct } from './use-act.ts';

interface Props {
  readonly coopId: string;
  readonly collection: Collection;
  readonly family: Family;
  readonly onClose: () => void;
}

/** What is asked of a family, its seat, where reminders go; removes it while it paid nothing. */
export function FamilyDialog({ coopId, collection, family, onClose }: Props) {
  const [typed, setTyped] = useState({
    className: family.className,
    expected: formatAmountField(cents(family.expectedCents)),
    contactMail: family.contactMail ?? '',
  });
  const set = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part });
  const place = { coopId, collectionId: collection.id, familyId: family.id };
  const act = useAct((body: Parameters<typeof changeFamily>[1]) => changeFamily(place, body), {
    done: `${family.pupil}\u00A0: modifié.`,
    onClose,
  });
  const isFree = collection.kind === 'contribution';
  const send = () => {
    const expectedCents = isFree ? cents(0) : amountOf(typed.expected);
    const isRight = expectedCents !== undefined && expectedCents >= 0;
    const errors: readonly FormError[] = [
      ...(isRight ? [] : [{ field: 'expectedCents', message: 'Indiquez le montant, ou 0.' }]),
      ...(typed.className.trim() === ''
        ? [{ field: 'className', message: 'Indiquez la classe.' }]
        : []),
    ];
    const contactMail = typed.contactMail.trim();
    act.send(
      isRight
        ? {
            className: typed.className,
            expectedCents,
            ...(contactMail !== '' && { contactMail }),
          }
        : undefined,
      errors,
    );
  };
  return (
    <ActDialog title={family.pupil} doing="Enregistrer" {...{ act, onClose }} onSend={send}>
      {!isFree && (
        <AmountField
          name="expectedCents"
          label="Montant demandé"
          hint="Réduit, ou 0 pour une dispense. Aucune raison n’est demandée."
          value={typed.expected}
          onChange={(expected) => set({ expected })}
          error={errorFor(act.errors, 'expectedCents')}
        />
      )}
      <TextField
        name="className"
        label="Classe"
        short
        maxLength={30}
        value={typed.className}
        onChange={(className) => set({ className })}
        error={errorFor(act.errors, 'className')}
      />
      <TextField
        name="contactMail"
        label="Adresse électronique de la famille"
        hint="Pour les rappels seulement. Effacez-la à tout moment."
        optional
        type="email"
        maxLength={254}
        value={typed.contactMail}
        onChange={(contactMail) => set({ contactMail })}
        error={errorFor(act.errors, 'contactMail')}
      />
      <OtherActs {...{ coopId, collection, family, onClose }} />
    </ActDialog>
  );
}

/** The seat, and the way out of the list. */
function OtherActs({ coopId, collection, family, onClose }: Props) {
  const place = { coopId, collectionId: collection.id, familyId: family.id };
  const seat = useAct((answer: 'confirmed' | 'declined') => answerSeat(place, { answer }), {
    done: `${family.pupil}\u00A0: réponse notée.`,
    onClose,
  });
  const remove = useAct<true>(() => removeFamily(place), {
    done: `${family.pupil} ne fait plus partie de la collecte.`,
    onClose,
  });
  const problem = seat.problem ?? remove.problem;
  return (
    <>
      {problem && <p role="alert">{problem.message}</p>}
      <Row>
        {asksSeat(collection) && family.seat !== 'confirmed' && (
          <Button busy={seat.isPending} onClick={() => seat.send('confirmed')}>
            Confirmer la place
          </Button>
        )}
        {asksSeat(collection) && family.seat !== 'declined' && (
          <Button busy={seat.isPending} onClick={() => seat.send('declined')}>
            Ne vient pas
          </Button>
        )}
        {family.paidCents === 0 && (
          <Button busy={remove.isPending} onClick={() => remove.send(true)}>
            Retirer de la collecte
          </Button>
        )}
      </Row>
    </>
  );
}

/** Carries what was paid above what was awaited to a family of another collecte. */
export function CreditDialog({ coopId, collection, family, onClose }: Props) {
  const [id] = useState(newId);
  const [amount, setAmount] = useState(() => formatAmountField(cents(family.creditCents)));
  const target = useTarget(coopId, { pupil: family.pupil, without: family.id });
  const act = useAct(
    (body: Parameters<typeof carryCredit>[1]) =>
      carryCredit({ coopId, collectionId: collection.id }, body),
    { done: `Trop-perçu de ${family.pupil} reporté.`, onClose },
  );
  const send = () => {
    const amountCents = amountOf(amount);
    const isRight = amountCents !== undefined && amountCents > 0;
    act.send(
      isRight && target.to
        ? { id, familyId: family.id, to: target.to, amountCents, carriedOn: today() }
        : undefined,
      [
        ...(isRight ? [] : [{ field: 'amountCents', message: 'Indiquez le montant.' }]),
        ...(target.to ? [] : [{ field: 'to', message: 'Choisissez où va cet argent.' }]),
      ],
    );
  };
  return (
    <ActDialog title="Reporter le trop-perçu" doing="Reporter" {...{ act, onClose }} onSend={send}>
      <Facts
        facts={[
          ['Famille', family.pupil],
          ['Trop-perçu', <Money amountCents={family.creditCents} />],
        ]}
      />
      <AmountField
        name="amountCents"
        label={`Montant à reporter, au plus ${formatCents(cents(family.creditCents))}`}
        value={amount}
        onChange={setAmount}
        error={errorFor(act.errors, 'amountCents')}
      />
      <TargetFields target={target} error={errorFor(act.errors, 'to')} />
    </ActDialog>
  );
}

interface Wanted {
  readonly pupil?: string | undefined;
  /** The family that it comes from: not a place to go. */
  readonly without?: string | undefined;
}

/** The open collecte and the family that money goes to; the same pupil is proposed. */
export function useTarget(coopId: string, { pupil, without }: Wanted) {
  const [collectionId, setCollectionId] = useState('');
  const [chosen, setChosen] = useState('');
  const list = useQuery(collectionsQuery(coopId));
  const whole = useQuery({
    ...collectionQuery(coopId, collectionId),
    enabled: collectionId !== '',
    refetchInterval: false,
  });
  const families = (collectionId === '' ? [] : (whole.data?.families ?? [])).filter(
    ({ id }) => id !== without,
  );
  const familyId = chosen || (families.find((family) => family.pupil === pupil)?.id ?? '');
  return {
    collections: (list.data?.collections ?? []).filter(({ status }) => status === 'open'),
    families,
    collectionId,
    familyId,
    choose: (id: string) => {
      setCollectionId(id);
      setChosen('');
    },
    chooseFamily: setChosen,
    to: collectionId !== '' && familyId !== '' ? { collectionId, familyId } : undefined,
  };
}

/** Where money goes: a collecte, then a family of it. */
export const TargetFields = ({
  target,
  error,
}: {
  readonly target: ReturnType<typeof useTarget>;
  readonly error: string | undefined;
}) => (
  <>
    <SelectField
      name="to"
      label="Vers la collecte"
      placeholder="Choisir une collecte ouverte"
      value={target.collectionId}
      onChange={target.choose}
      options={target.collections.map(({ id, title }) => ({ value: id, label: title }))}
      error={target.collectionId === '' ? error : undefined}
    />
    {target.collectionId !== '' && (
      <SelectField
        name="to-family"
        label="Pour la famille de"
        placeholder="Choisir une famille"
        value={target.familyId}
        onChange={target.chooseFamily}
        options={target.families.map(({ id, pupil, className }) => ({
          value: id,
          label: `${pupil}, ${className}`,
        }))}
        error={target.familyId === '' ? error : undefined}
      />
    )}
  </>
);
