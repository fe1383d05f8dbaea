import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { Day } from '#shared/domain/dates.ts';
import { useMay } from '#web/api/me.ts';
import { Button } from '#web/ui/button.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Columns, PageHeader, Row, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Money } from '#web/ui/money.tsx';
import { StatTile, Stats } from '#web/ui/stat-tile.tsx';
import { CarryTable } from './carry-table.tsx';
import { AddFamiliesDialog, EndDialog, SettingsDialog } from './collection-dialogs.tsx';
import { DepositDialog } from './deposit-dialog.tsx';
import { CreditDialog, FamilyDialog } from './family-dialog.tsx';
import { FamilyTable } from './family-table.tsx';
import { GroupRefundDialog, groupRefundCount } from './group-refund-dialog.tsx';
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
import { Settling } from './settle.tsx';
import { ShareLink } from './share-link.tsx';
import { ToDeposit } from './to-deposit.tsx';
import { useAskedReturn } from './use-asked-return.ts';
import { waitingIn, type HandMeans } from './waiting.ts';

interface Props {
  readonly coopId: string;
  readonly collectionId: string;
}

type Asking =
  | { readonly note: Family }
  | { readonly family: Family }
  | { readonly credit: Family }
  | { readonly move: Payment }
  | { readonly returned: Payment; readonly on?: Day | undefined }
  | { readonly refund: Payment }
  | HandMeans
  | 'refunds'
  | 'settings'
  | 'families'
  | 'close'
  | 'cancel';

/** One collecte: who answered, what came in by which door, what is still to be booked. */
export function CollectionPage({ coopId, collectionId }: Props) {
  const query = useQuery(collectionQuery(coopId, collectionId));
  const mayWrite = useMay(coopId, 'collections:write');
  const [chosen, setAsking] = useState<Asking>();
  const askedReturn = useAskedReturn();
  const askingIn = ({ payments }: Whole) =>
    chosen ?? (mayWrite ? askedReturn.among(payments) : undefined);
  const close = () => {
    setAsking(undefined);
    askedReturn.forget();
  };
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
            <Settling
              whole={whole}
              {...(mayWrite && { onNote: (note: Family) => setAsking({ note }) })}
            />
            <Totals {...whole.collection} />
            {mayWrite && (
              <ToDeposit
                waiting={waitingIn(whole)}
                quietly={whole.collection.status === 'cancelled'}
                onDeposit={setAsking}
              />
            )}
            {mayWrite && <Acts whole={whole} onAsk={setAsking} />}
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
              whole={whole}
              {...(mayWrite && {
                onMove: (move: Payment) => setAsking({ move }),
                onReturned: (returned: Payment) => setAsking({ returned }),
                onRefund: (refund: Payment) => setAsking({ refund }),
              })}
            />
            {whole.carries.length > 0 && <CarryTable coopId={coopId} whole={whole} />}
            <AskedDialog
              {...{ coopId, collectionId, whole, asking: askingIn(whole), onClose: close }}
            />
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}

interface AskedProps extends Props {
  readonly whole: Whole;
  readonly asking: Asking | undefined;
  readonly onClose: () => void;
}

/** The one question that is being asked, if any. */
function AskedDialog({ coopId, collectionId, whole, asking, onClose }: AskedProps) {
  const { collection, families } = whole;
  const about = { coopId, collection, onClose };
  if (asking === undefined) return null;
  if (asking === 'settings') return <SettingsDialog {...about} />;
  if (asking === 'families') return <AddFamiliesDialog {...about} />;
  if (asking === 'close' || asking === 'cancel') return <EndDialog {...about} how={asking} />;
  if (asking === 'refunds') return <GroupRefundDialog {...{ coopId, whole, onClose }} />;
  if (typeof asking === 'string')
    return <DepositDialog {...{ coopId, onClose }} waiting={waitingIn(whole)} means={asking} />;
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
  if ('returned' in asking) return <ReturnedDialog {...pay(asking.returned)} on={asking.on} />;
  return <RefundDialog {...pay(asking.refund)} />;
}

const Acts = ({
  whole,
  onAsk,
}: {
  readonly whole: Whole;
  readonly onAsk: (asking: Asking) => void;
}) => (
  <Row>
    {whole.collection.status === 'open' && (
      <>
        <Button icon="plus" onClick={() => onAsk('families')}>
          Ajouter des familles
        </Button>
        <Button onClick={() => onAsk('settings')}>Modifier</Button>
        <Button onClick={() => onAsk('close')}>Terminer</Button>
      </>
    )}
    {groupRefundCount(whole) > 1 && (
      <Button onClick={() => onAsk('refunds')}>Rembourser plusieurs paiements</Button>
    )}
    {whole.collection.status !== 'cancelled' && (
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
