import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import { decidePayout } from '#web/api/payouts.ts';
import { Button } from '#web/ui/button.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { FormErrors } from '#web/ui/form-errors.tsx';
import { Facts, Stack } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { nameOf, type Payout } from './payout-words.ts';

interface Props {
  readonly coopId: string;
  readonly payout: Payout;
  readonly onClose: () => void;
}

type Decision = Parameters<typeof decidePayout>[1];

const said: Readonly<Record<Decision['kind'], string>> = {
  link: 'Le versement est rattaché à votre écriture, avec son justificatif.',
  book: 'Le versement va être comptabilisé.',
};

/** Asks whether an entry typed by hand is the money of a payout: only a person can tell. */
export function PayoutDecision({ coopId, payout, onClose }: Props) {
  const { provider, id: payoutId, suspectId = '' } = payout;
  const queries = useQueryClient();
  const decide = useMutation({
    mutationFn: (decision: Decision) => decidePayout({ coopId, provider, payoutId }, decision),
    onSuccess: async (_, { kind }) => {
      showToast({ message: said[kind] });
      onClose();
      await queries.invalidateQueries();
    },
  });
  const busyFor = (kind: Decision['kind']): boolean =>
    decide.isPending && decide.variables.kind === kind;
  return (
    <Dialog
      open
      title={'Est-ce la même recette\u202F?'}
      onClose={onClose}
      actions={
        <>
          <Button
            look="primary"
            busy={busyFor('link')}
            onClick={() => decide.mutate({ kind: 'link', entryId: suspectId })}
          >
            C’est la même recette
          </Button>
          <Button busy={busyFor('book')} onClick={() => decide.mutate({ kind: 'book' })}>
            Comptabiliser quand même
          </Button>
        </>
      }
    >
      <Stack>
        <FormErrors problem={decide.error} />
        <Facts
          facts={[
            ['Versement', nameOf(payout)],
            ['Arrivée', <DayText key="on" day={payout.arrivalOn} long />],
            ['Net en banque', <Money key="net" amountCents={payout.netCents} />],
          ]}
        />
        <p>Une écriture saisie à la main a ce montant, à moins de cinq jours près.</p>
        {payout.suspect && <Suspect {...payout.suspect} />}
        <p>
          <Link href={`/coops/${coopId}/ecritures/${suspectId}`}>Voir cette écriture</Link>
        </p>
        <p>
          <strong>C’est la même recette</strong>
          {'\u00A0'}: votre écriture reste, et reçoit le justificatif du versement.
        </p>
        <p>
          <strong>Comptabiliser quand même</strong>
          {'\u00A0'}: ce sont deux sommes, le versement a sa propre écriture.
        </p>
      </Stack>
    </Dialog>
  );
}

/** The entry typed by hand, enough of it to know it again. */
const Suspect = ({ number, label, entryDate, amountCents }: NonNullable<Payout['suspect']>) => (
  <section aria-label="Votre écriture">
    <Facts
      facts={[
        ['Votre écriture', `n°\u00A0${number}`],
        ['Libellé', label],
        ['Date', <DayText key="on" day={entryDate} long />],
        ['Montant en banque', <Money key="amount" amountCents={amountCents} />],
      ]}
    />
  </section>
);
