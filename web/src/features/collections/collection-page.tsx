import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useMay } from '#web/api/me.ts';
import { Button } from '#web/ui/button.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { PageHeader, Row, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Money } from '#web/ui/money.tsx';
import { StatTile, Stats } from '#web/ui/stat-tile.tsx';
import { DepositDialog } from './deposit-dialog.tsx';
import { FamilyTable } from './family-table.tsx';
import { NotePaymentDialog } from './note-payment-dialog.tsx';
import { PaymentTable } from './payment-table.tsx';
import { collectionQuery, type Collection, type Family, type Whole } from './queries.ts';

interface Props {
  readonly coopId: string;
  readonly collectionId: string;
}

type Asking = { readonly note: Family } | 'cheque' | 'cash' | undefined;

/** One collecte: who answered, what came in by which door, what is still to be booked. */
export function CollectionPage({ coopId, collectionId }: Props) {
  const query = useQuery(collectionQuery(coopId, collectionId));
  const mayWrite = useMay(coopId, 'collections:write');
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  return (
    <Stack>
      <PageHeader
        title={query.data?.collection.title ?? 'Collecte'}
        intro={query.data?.collection.purpose}
        back={{ href: `/coops/${coopId}/collectes`, label: 'Collectes' }}
      />
      <Loaded query={query} lines={8}>
        {(whole) => (
          <Stack>
            <Totals {...whole.collection} />
            {mayWrite && <ToDeposit payments={whole.payments} onDeposit={setAsking} />}
            <FamilyTable
              families={whole.families}
              {...(mayWrite && { onNote: (note: Family) => setAsking({ note }) })}
            />
            <PaymentTable coopId={coopId} families={whole.families} payments={whole.payments} />
            {typeof asking === 'object' && (
              <NotePaymentDialog
                {...{ coopId, collectionId }}
                family={asking.note}
                onClose={close}
              />
            )}
            {typeof asking === 'string' && (
              <DepositDialog
                {...{ coopId, collectionId }}
                means={asking}
                payments={whole.payments}
                onClose={close}
              />
            )}
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}

const Totals = (collection: Collection) => (
  <section aria-label="Où en est la collecte">
    <Stats>
      <StatTile
        label="Reçu"
        value={<Money amountCents={collection.receivedCents} />}
        note={
          <>
            sur <Money amountCents={collection.expectedTotalCents} />
          </>
        }
      />
      <StatTile
        label="Familles à jour"
        value={`${collection.paidCount} sur ${collection.familyCount}`}
        note={
          collection.partlyPaidCount > 0 ? `${collection.partlyPaidCount} en partie` : undefined
        }
      />
      <StatTile label="Par enfant" value={<Money amountCents={collection.expectedCents} />} />
      <StatTile label="Date limite" value={<DayText day={collection.dueOn} />} />
    </Stats>
  </section>
);

/** The cheques and the cash that no entry carries yet, each with its one button. */
const ToDeposit = ({
  payments,
  onDeposit,
}: Pick<Whole, 'payments'> & { readonly onDeposit: (means: 'cheque' | 'cash') => void }) => {
  const waiting = (means: 'cheque' | 'cash') =>
    payments.filter((payment) => payment.means === means && payment.state === 'received').length;
  const [cheques, cash] = [waiting('cheque'), waiting('cash')];
  if (cheques + cash === 0) return null;
  return (
    <Row>
      {cheques > 0 && (
        <Button look="primary" icon="bank" onClick={() => onDeposit('cheque')}>
          Remettre {cheques} chèque{cheques > 1 && 's'} en banque
        </Button>
      )}
      {cash > 0 && (
        <Button
          look={cheques > 0 ? 'secondary' : 'primary'}
          icon="check"
          onClick={() => onDeposit('cash')}
        >
          Mettre les espèces en caisse ({cash})
        </Button>
      )}
    </Row>
  );
};
