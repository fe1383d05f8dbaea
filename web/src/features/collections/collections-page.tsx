import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useMay } from '#web/api/me.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Columns, PageHeader, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Money } from '#web/ui/money.tsx';
import { ProgressBar } from '#web/ui/progress-bar.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { DepositDialog } from './deposit-dialog.tsx';
import { collectionsQuery, type Collection } from './queries.ts';
import { ToDeposit } from './to-deposit.tsx';
import type { HandMeans, Waiting } from './waiting.ts';
import { statusWords } from './words.ts';

interface Props {
  readonly coopId: string;
}

/** The collectes of the cooperative: what was asked of families, and what came in. */
export function CollectionsPage({ coopId }: Props) {
  const query = useQuery(collectionsQuery(coopId));
  const mayOpen = useMay(coopId, 'collections:write');
  const open = (
    <LinkButton look="primary" icon="plus" href={`/coops/${coopId}/collectes/nouvelle`}>
      Nouvelle collecte
    </LinkButton>
  );
  return (
    <Stack>
      <PageHeader
        title="Collectes"
        intro="L’argent demandé aux familles, et une seule écriture par versement."
        actions={mayOpen && open}
      />
      <Loaded query={query} lines={4}>
        {({ collections, waiting }) =>
          collections.length === 0 ? (
            <EmptyState icon="collection" title="Aucune collecte">
              Une sortie, des photos, la participation de l’année{'\u00A0'}: créez une collecte, les
              paiements s’y rangent tout seuls.
            </EmptyState>
          ) : (
            <Stack>
              {mayOpen && <Deposits {...{ coopId, collections, waiting }} />}
              <Columns>
                {collections.map((collection) => (
                  <CollectionCard key={collection.id} coopId={coopId} collection={collection} />
                ))}
              </Columns>
            </Stack>
          )
        }
      </Loaded>
      <p>
        <Link href={`/coops/${coopId}/plateformes`}>Versements et messages des plateformes</Link>
      </p>
    </Stack>
  );
}

interface DepositsProps extends Props {
  readonly collections: readonly Collection[];
  readonly waiting: readonly Waiting[];
}

/** One trip to the bank for all the collectes. */
function Deposits({ coopId, collections, waiting }: DepositsProps) {
  const [means, setMeans] = useState<HandMeans>();
  const titles = new Map(collections.map(({ id, title }) => [id, title]));
  return (
    <>
      <ToDeposit waiting={waiting} quietly onDeposit={setMeans} />
      {means && (
        <DepositDialog
          {...{ coopId, means, waiting, titles }}
          onClose={() => setMeans(undefined)}
        />
      )}
    </>
  );
}

const CollectionCard = ({ coopId, collection }: Props & { readonly collection: Collection }) => (
  <Card
    isItem
    title={collection.title}
    aside={
      collection.status !== 'open' && (
        <StatusTag tone={statusWords[collection.status].tone}>
          {statusWords[collection.status].word}
        </StatusTag>
      )
    }
  >
    <Stack>
      <ProgressBar
        label={
          collection.kind === 'contribution'
            ? 'Familles qui ont participé'
            : 'Familles qui ont payé'
        }
        value={collection.paidCount}
        max={collection.familyCount}
        text={`${collection.paidCount} sur ${collection.familyCount}`}
      />
      <p>
        <Money amountCents={collection.receivedCents} /> reçus
        {collection.expectedTotalCents > 0 && (
          <>
            {' '}
            sur <Money amountCents={collection.expectedTotalCents} />
          </>
        )}
        , avant le <DayText day={collection.dueOn} long />
      </p>
      <Link
        href={`/coops/${coopId}/collectes/${collection.id}`}
        aria-label={`Suivre cette collecte\u00A0: ${collection.title}`}
      >
        Suivre cette collecte
      </Link>
    </Stack>
  </Card>
);
