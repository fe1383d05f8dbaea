import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { listPayouts } from '#web/api/payments.ts';
import { useMay } from '#web/api/me.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Money } from '#web/ui/money.tsx';
import { PagedTable } from '#web/ui/paged-table.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { PayoutDecision } from './payout-decision.tsx';
import { PayoutPapers } from './payout-papers.tsx';
import { asksDecision, nameOf, stateOf, type Payout } from './payout-words.ts';

interface Props {
  readonly coopId: string;
}

/** What platforms paid out: each with its state, its papers, and what is asked about it. */
export function Payouts({ coopId }: Props) {
  const query = useQuery({
    queryKey: ['payouts', coopId],
    queryFn: () => listPayouts({ coopId }),
  });
  return (
    <Card title="Versements" anchor="versements">
      <Loaded query={query} lines={4}>
        {({ payouts }) => <PayoutTable coopId={coopId} payouts={payouts} />}
      </Loaded>
    </Card>
  );
}

/** One box, since a row laid out as a card would stretch the tag beside its reason. */
const State = ({ payout }: { readonly payout: Payout }) => {
  const { tone, word, reason } = stateOf(payout);
  return (
    <span>
      <StatusTag tone={tone}>{word}</StatusTag> {reason}
    </span>
  );
};

/** What is asked about a payout, or the papers of its entry. */
function PayoutTable({ coopId, payouts }: Props & { readonly payouts: readonly Payout[] }) {
  const [opened, setOpened] = useState<Payout>();
  const mayDecide = useMay(coopId, 'ledger:post');
  const asks = (payout: Payout): boolean => mayDecide && asksDecision(payout);
  const close = () => setOpened(undefined);
  const Opened = opened && asks(opened) ? PayoutDecision : PayoutPapers;
  return (
    <>
      {opened && <Opened coopId={coopId} payout={opened} onClose={close} />}
      <PagedTable
        pageSize={10}
        caption="Versements des plateformes"
        captionUnseen
        rows={payouts}
        rowKey={({ provider, id }) => `${provider}/${id}`}
        empty="Aucun versement pour l’instant. Le premier apparaîtra ici dès qu’une plateforme l’annoncera."
        columns={[
          { key: 'what', title: 'Versement', names: true, cell: nameOf },
          { key: 'on', title: 'Arrivée', cell: ({ arrivalOn }) => <DayText day={arrivalOn} /> },
          { key: 'lines', title: 'Lignes', align: 'end', cell: ({ lineCount }) => lineCount },
          {
            key: 'gross',
            title: 'Brut',
            align: 'end',
            cell: ({ grossCents }) => <Money amountCents={grossCents} />,
          },
          {
            key: 'fee',
            title: 'Frais',
            align: 'end',
            cell: ({ feeCents }) => <Money amountCents={feeCents} />,
          },
          {
            key: 'net',
            title: 'Net en banque',
            align: 'end',
            cell: ({ netCents }) => <Money amountCents={netCents} />,
          },
          { key: 'state', title: 'État', cell: (payout) => <State payout={payout} /> },
          {
            key: 'act',
            title: 'À faire',
            titleUnseen: true,
            cell: (payout) =>
              asks(payout) ? (
                <Button
                  look="primary"
                  label={`Décider du versement ${nameOf(payout)}`}
                  onClick={() => setOpened(payout)}
                >
                  Décider
                </Button>
              ) : (
                payout.entryId !== undefined && (
                  <Button
                    icon="file"
                    label={`Pièces du versement ${nameOf(payout)}`}
                    onClick={() => setOpened(payout)}
                  >
                    Pièces
                  </Button>
                )
              ),
          },
        ]}
      />
    </>
  );
}
