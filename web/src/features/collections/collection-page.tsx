import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useMay } from '#web/api/me.ts';
import { Button } from '#web/ui/button.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Columns, PageHeader, Row, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Money } from '#web/ui/money.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { StatTile, Stats } from '#web/ui/stat-tile.tsx';
import { CarryTable } from './carry-table.tsx';
import { AddFamiliesDialog, EndDialog, SettingsDialog } from './collection-dialogs.tsx';
import { DepositDialog } from './deposit-dialog.tsx';
import { CreditDialog, FamilyDialog } from './family-dialog.tsx';
import { FamilyTable } from './family-table.tsx';
import { NotePaymentDialog } from './note-payment-dialog.tsx';
import { MoveDialog, RefundDialog, ReturnedDialog } from './payment-dialogs.tsx';
import { PaymentTable } from './payment-table.tsx';
import {
  collectionQuery,
  type Collection,
  type Family,
  type Payment,
  type Whole,
} from './queries.ts';
import { Reminders } from './reminders.tsx';
import { ShareLink } from './share-link.tsx';

interface Props {
  readonly coopId: string;
  readonly collectionId: string;
}

type Asking =
  | { readonly note: Family }
  | { readonly family: Family }
  | { readonly credit: Family }
  | { readonly move: Payment }
  | { readonly returned: Payment }
  | { readonly refund: Payment }
  | 'cheque'
  | 'cash'
  | 'settings'
  | 'families'
  | 'close'
  | 'cancel';

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
            <StatusNotice {...whole.collection} />
            <Totals {...whole.collection} />
            {mayWrite && <ToDeposit payments={whole.payments} onDeposit={setAsking} />}
            {mayWrite && <Acts collection={whole.collection} onAsk={setAsking} />}
            {mayWrite && whole.collection.status === 'open' && (
              <Columns>
                <ShareLink {...{ coopId, collectionId }} shareToken={whole.collection.shareToken} />
                {whole.collection.kind !== 'contribution' && (
                  <Reminders {...{ coopId, collectionId }} />
                )}
              </Columns>
            )}
            <FamilyTable
              collection={whole.collection}
              families={whole.families}
              {...(mayWrite && {
                onNote: (note: Family) => setAsking({ note }),
                onChange: (family: Family) => setAsking({ family }),
                onCredit: (credit: Family) => setAsking({ credit }),
              })}
            />
            <PaymentTable
              coopId={coopId}
              families={whole.families}
              payments={whole.payments}
              {...(mayWrite && {
                onMove: (move: Payment) => setAsking({ move }),
                onReturned: (returned: Payment) => setAsking({ returned }),
                onRefund: (refund: Payment) => setAsking({ refund }),
              })}
            />
            {whole.carries.length > 0 && <CarryTable coopId={coopId} whole={whole} />}
            {asking !== undefined && (
              <AskedDialog {...{ coopId, collectionId, whole, asking, onClose: close }} />
            )}
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}

interface AskedProps extends Props {
  readonly whole: Whole;
  readonly asking: Asking;
  readonly onClose: () => void;
}

/** The one question that is being asked. */
function AskedDialog({ coopId, collectionId, whole, asking, onClose }: AskedProps) {
  const { collection, families, payments } = whole;
  const about = { coopId, collection, onClose };
  if (asking === 'settings') return <SettingsDialog {...about} />;
  if (asking === 'families') return <AddFamiliesDialog {...about} />;
  if (asking === 'close' || asking === 'cancel') return <EndDialog {...about} how={asking} />;
  if (typeof asking === 'string')
    return <DepositDialog {...{ coopId, collectionId, payments, onClose }} means={asking} />;
  if ('note' in asking)
    return <NotePaymentDialog {...{ coopId, collectionId, onClose }} family={asking.note} />;
  if ('family' in asking) return <FamilyDialog {...about} family={asking.family} />;
  if ('credit' in asking) return <CreditDialog {...about} family={asking.credit} />;
  const pay = (payment: Payment) => ({
    coopId,
    collectionId,
    payment,
    onClose,
    who:
      families.find(({ id }) => id === payment.familyId)?.pupil ??
      payment.payerName ??
      'À identifier',
  });
  if ('move' in asking) return <MoveDialog {...pay(asking.move)} />;
  if ('returned' in asking) return <ReturnedDialog {...pay(asking.returned)} />;
  return <RefundDialog {...pay(asking.refund)} />;
}

/** Says once what a collecte that ended still asks of the mandataire. */
const StatusNotice = ({ status, receivedCents }: Collection) => {
  if (status === 'open') return null;
  if (status === 'closed') return <Notice title="Collecte terminée" />;
  return receivedCents > 0 ? (
    <Notice tone="warning" title="Collecte annulée">
      Il reste <Money amountCents={receivedCents} /> à rendre ou à reporter. Les paiements en ligne
      se remboursent sur la plateforme.
    </Notice>
  ) : (
    <Notice tone="success" title="Collecte annulée">
      Tout a été rendu ou reporté.
    </Notice>
  );
};

const Acts = ({
  collection,
  onAsk,
}: {
  readonly collection: Collection;
  readonly onAsk: (asking: Asking) => void;
}) => (
  <Row>
    {collection.status === 'open' && (
      <>
        <Button icon="plus" onClick={() => onAsk('families')}>
          Ajouter des familles
        </Button>
        <Button onClick={() => onAsk('settings')}>Modifier</Button>
        <Button onClick={() => onAsk('close')}>Terminer</Button>
      </>
    )}
    {collection.status !== 'cancelled' && (
      <Button onClick={() => onAsk('cancel')}>Annuler la collecte</Button>
    )}
  </Row>
);

const Totals = (collection: Collection) => (
  <section aria-label="Où en est la collecte">
    <Stats>
      <StatTile
        label="Reçu"
        value={<Money amountCents={collection.receivedCents} />}
        note={
          collection.expectedTotalCents > 0 && (
            <>
              sur <Money amountCents={collection.expectedTotalCents} />
            </>
          )
        }
      />
      <StatTile
        label={collection.kind === 'contribution' ? 'Ont participé' : 'Familles à jour'}
        value={`${collection.paidCount} sur ${collection.familyCount}`}
        note={
          collection.partlyPaidCount > 0 ? `${collection.partlyPaidCount} en partie` : undefined
        }
      />
      {collection.expectedCents > 0 && (
        <StatTile
          label="Par enfant"
          value={<Money amountCents={collection.expectedCents} />}
          note={
            collection.instalments.length > 1
              ? `en ${collection.instalments.length} fois`
              : undefined
          }
        />
      )}
      {collection.capacity !== undefined && (
        <StatTile
          label="Places confirmées"
          value={`${collection.seatsTaken} sur ${collection.capacity}`}
        />
      )}
      {collection.status === 'open' && collection.creditCents > 0 && (
        <StatTile label="Trop-perçu" value={<Money amountCents={collection.creditCents} />} />
      )}
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
