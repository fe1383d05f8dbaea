import { useMutation } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { removeOpeningItem } from '#web/api/bank-register.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { ProblemNotice } from '#web/ui/notice.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { Table, type Column } from '#web/ui/table.tsx';
import { useRefreshBank } from '../queries.ts';
import { itemWords, type AccountSheetData } from './bank-register.ts';
import { DeclareItem } from './declare-item.tsx';

type Item = AccountSheetData['openingItems'][number];

interface Props {
  readonly coopId: string;
  readonly sheet: AccountSheetData;
  readonly mayChange: boolean;
}

/** Cheques and deposits of before the books that the bank had not shown: they explain the gap. */
export function OpeningItems({ coopId, sheet, mayChange }: Props) {
  const { bankAccount, booksStartOn, openingItems } = sheet;
  const [adding, setAdding] = useState(false);
  const refresh = useRefreshBank(coopId);
  const remove = useMutation({
    mutationFn: (itemId: string) =>
      removeOpeningItem({ coopId, bankAccountId: bankAccount.id, itemId }),
    onSuccess: refresh,
  });
  if (booksStartOn === undefined) return null;
  if (openingItems.length === 0 && !mayChange) return null;
  return (
    <Card title="En attente avant l’ouverture">
      <Stack>
        <p>
          Chèques et dépôts notés avant le <DayText day={booksStartOn} /> et que la banque n’avait
          pas encore passés. Ils expliquent l’écart de la première année.
        </p>
        {remove.error !== null && <ProblemNotice problem={remove.error} />}
        {openingItems.length > 0 && (
          <Table
            caption="En attente avant l’ouverture"
            captionUnseen
            columns={columnsOf(mayChange ? (id) => remove.mutate(id) : undefined)}
            rows={openingItems}
            rowKey={({ id }) => id}
          />
        )}
        {mayChange && (
          <Row>
            <Button icon="plus" onClick={() => setAdding(true)}>
              Déclarer un chèque ou un dépôt
            </Button>
          </Row>
        )}
        {adding && (
          <DeclareItem
            coopId={coopId}
            bankAccountId={bankAccount.id}
            booksStartOn={booksStartOn}
            onClose={() => setAdding(false)}
          />
        )}
      </Stack>
    </Card>
  );
}

const columnsOf = (onRemove: ((itemId: string) => void) | undefined): readonly Column<Item>[] => [
  { key: 'label', title: 'Libellé', names: true, cell: ({ label }) => label },
  { key: 'kind', title: 'Quoi', cell: ({ itemKind }) => itemWords[itemKind] },
  { key: 'on', title: 'Date', cell: ({ writtenOn }) => <DayText day={writtenOn} /> },
  { key: 'number', title: 'Numéro', cell: ({ itemNumber }) => itemNumber },
  { key: 'state', title: 'État', cell: (item) => <ItemState item={item} /> },
  {
    key: 'amount',
    title: 'Montant',
    align: 'end',
    cell: ({ amountCents }) => <Money amountCents={amountCents} />,
  },
  ...(onRemove
    ? [
        {
          key: 'remove',
          title: 'Retirer',
          titleUnseen: true,
          cell: ({ id, label, matchId }: Item) =>
            matchId === undefined && (
              <Button icon="trash" label={`Retirer\u00A0: ${label}`} onClick={() => onRemove(id)}>
                Retirer
              </Button>
            ),
        },
      ]
    : []),
];

function ItemState({ item: { matchId, isExpired } }: { readonly item: Item }) {
  if (matchId !== undefined) return <StatusTag tone="success">Rapproché</StatusTag>;
  return isExpired ? (
    <StatusTag tone="warning">Périmé</StatusTag>
  ) : (
    <StatusTag tone="info">En attente</StatusTag>
  );
}
