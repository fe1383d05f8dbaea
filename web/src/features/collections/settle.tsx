import { leftToSettle } from '#shared/domain/collections/left-to-settle.ts';
import { cents, sumCents } from '#shared/domain/money.ts';
import { Button } from '#web/ui/button.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { Notice } from '#web/ui/notice.tsx';
import type { Family, Payment, Whole } from './queries.ts';

/** What the platform is still to give back of each payment of a cancelled collecte. */
export function toRefundThere({ collection, families, payments }: Whole) {
  if (collection.status !== 'cancelled') return new Map<string, number>();
  const online = payments.filter(({ means }) => means === 'platform');
  const left = leftToSettle(online, families);
  return new Map(left.map(({ payment, leftCents }) => [payment.id, leftCents]));
}

/** What the cooperative may give back itself, of what is in the books or not yet. */
export const toRefundHere = (
  { families, payments }: Pick<Whole, 'families' | 'payments'>,
  state: Payment['state'],
) =>
  leftToSettle(
    payments.filter(
      (payment) =>
        payment.means !== 'platform' && payment.familyId !== undefined && payment.state === state,
    ),
    families,
  );

interface Props {
  readonly whole: Whole;
  /** Notes what a family pays; absent for who may not write. */
  readonly onNote?: ((family: Family) => void) | undefined;
}

/** Says what a collecte that ended still asks of the mandataire, until the last cent. */
export const Settling = ({ whole, onNote }: Props) => {
  const { status, overdrawnCents } = whole.collection;
  return (
    <>
      {status === 'closed' && <Notice title="Collecte terminée" />}
      {status === 'cancelled' && <Cancelled whole={whole} />}
      {overdrawnCents > 0 && <Overdrawn {...{ whole, onNote }} />}
    </>
  );
};

/** Who owes what here, each with the way to note that it was paid. */
const Overdrawn = ({ whole, onNote }: Props) => (
  <Notice tone="error" title="À régulariser">
    <Stack>
      <p>
        Un trop-perçu a été reporté sur une autre collecte, puis le paiement est reparti aussi
        {'\u00A0'}: rendu à la famille, ou chèque revenu impayé. La famille doit donc cette somme
        ici.
      </p>
      {whole.families
        .filter(({ overdrawnCents }) => overdrawnCents > 0)
        .map((family) => (
          <Row key={family.id}>
            <span>
              {family.pupil}, <Money amountCents={family.overdrawnCents} />
            </span>
            {onNote && (
              <Button
                label={`Noter un règlement de ${family.pupil}`}
                onClick={() => onNote(family)}
              >
                Noter un règlement
              </Button>
            )}
          </Row>
        ))}
    </Stack>
  </Notice>
);

function Cancelled({ whole }: Pick<Props, 'whole'>) {
  const { receivedCents } = whole.collection;
  const there = toRefundThere(whole);
  const thereCents = sumCents([...there.values()].map(cents));
  if (receivedCents <= 0)
    return (
      <Notice tone="success" title="Collecte annulée">
        Tout a été rendu ou reporté.
      </Notice>
    );
  return (
    <Notice tone="warning" title="Collecte annulée">
      <Stack>
        <p>
          Il reste <Money amountCents={cents(receivedCents)} /> à rendre ou à reporter.
        </p>
        {thereCents > 0 && (
          <p>
            Dont <Money amountCents={thereCents} /> à rembourser sur la plateforme (
            {there.size > 1 ? `${there.size} paiements` : '1 paiement'}){'\u00A0'}: la marque
            s’efface quand elle le dit.
          </p>
        )}
      </Stack>
    </Notice>
  );
}
