import { useMutation, useQueryClient } from '@tanstack/preact-query';
import type { EventDecision as Decision } from '#shared/domain/payments/inbox-state.ts';
import { decideEvent } from '#web/api/payments.ts';
import { Button } from '#web/ui/button.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { FormErrors } from '#web/ui/form-errors.tsx';
import { Facts, Stack } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { originOf, titleOf, type Received } from './inbox-words.ts';

interface Props {
  readonly coopId: string;
  readonly event: Received;
  readonly onClose: () => void;
}

const said: Readonly<Record<Decision, string>> = {
  same: 'Le message est mis de côté\u00A0: le paiement reste compté une fois.',
  other: 'Le paiement va être noté.',
};

/** Asks whether a message tells again a payment that is known under another number. */
export function EventDecision({ coopId, event, onClose }: Props) {
  const { provider, eventId, toDecide = [] } = event;
  const isOne = toDecide.length === 1;
  const queries = useQueryClient();
  const decide = useMutation({
    mutationFn: (decision: Decision) => decideEvent({ coopId, provider, eventId }, { decision }),
    onSuccess: async (_, decision) => {
      showToast({ message: said[decision] });
      onClose();
      await queries.invalidateQueries();
    },
  });
  const busyFor = (decision: Decision): boolean =>
    decide.isPending && decide.variables === decision;
  return (
    <Dialog
      open
      title={isOne ? 'Est-ce le même paiement\u202F?' : 'Sont-ce les mêmes paiements\u202F?'}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" busy={busyFor('same')} onClick={() => decide.mutate('same')}>
            {isOne ? 'C’est le même paiement' : 'Ce sont les mêmes paiements'}
          </Button>
          <Button busy={busyFor('other')} onClick={() => decide.mutate('other')}>
            {isOne ? 'C’est un autre paiement' : 'Ce sont d’autres paiements'}
          </Button>
        </>
      }
    >
      <Stack>
        <FormErrors problem={decide.error} />
        <Facts
          facts={[
            ['Message', titleOf(event)],
            ['Origine', originOf(event)],
            [isOne ? 'Paiement' : 'Paiements', <Payments key="paid" toDecide={toDecide} />],
          ]}
        />
        <p>
          Un paiement du même montant, le même jour, est déjà connu sous un autre numéro. Comptez
          sur la plateforme combien de fois la famille a payé ce jour-là.
        </p>
        <p>
          <strong>Le même</strong>
          {'\u00A0'}: ce message est mis de côté et gardé, rien n’est compté deux fois.
        </p>
        <p>
          <strong>Un autre</strong>
          {'\u00A0'}: il est noté dans sa collecte{'\u202F'}; si c’est un versement, son écriture se
          fait.
        </p>
      </Stack>
    </Dialog>
  );
}

const Payments = ({ toDecide }: Pick<Required<Received>, 'toDecide'>) => (
  <>
    {toDecide?.map(({ grossCents, paidOn }, index) => (
      <div key={index}>
        <Money amountCents={grossCents} />, payé le <DayText day={paidOn} />
      </div>
    ))}
  </>
);
