import { leftToSettle } from '#shared/domain/collections/left-to-settle.ts';
import { cents, sumCents } from '#shared/domain/money.ts';
import { Stack } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { Notice } from '#web/ui/notice.tsx';
import type { Payment, Whole } from './queries.ts';

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

/** Says what a collecte that ended still asks of the mandataire, until the last cent. */
export const Settling = ({ whole }: { readonly whole: Whole }) => {
  const { status, overdrawnCents } = whole.collection;
  return (
    <>
      {status === 'closed' && <Notice title="Collecte terminée" />}
      {status === 'cancelled' && <Cancelled whole={whole} />}
      {overdrawnCents > 0 && (
        <Notice tone="error" title="À régulariser">
          <Money amountCents={overdrawnCents} /> ont été reportés sur une autre collecte, puis
          rendus aussi à la famille. Voyez avec elle{'\u00A0'}: la somme est à nouveau due là où
          elle a été reportée.
        </Notice>
      )}
    </>
  );
};

function Cancelled({ whole }: { readonly whole: Whole }) {
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
