import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { findCrfEndpoint } from '#shared/contract/reports/crf.ts';
import { formatDay, isDay } from '#shared/domain/dates.ts';
import { cents, type Cents } from '#shared/domain/money.ts';
import { Card } from './card.tsx';
import { Columns, Stack } from './layout.tsx';
import { Money } from './money.tsx';
import { Table, type Column } from './table.tsx';

export type CrfSnapshot = AnswerOf<typeof findCrfEndpoint>['snapshot'];
type Line = CrfSnapshot['expenses'][number];

const linesTable = (
  caption: string,
  rows: readonly Line[],
  totalCents: Cents,
  footTitle: string,
) => (
  <Table
    caption={caption}
    footTitle={footTitle}
    rowKey={(row) => row.line}
    rows={rows}
    empty="Aucun montant cette année."
    columns={[
      { key: 'label', title: 'Ligne', names: true, cell: ({ label }) => label },
      {
        key: 'amount',
        title: 'Montant',
        align: 'end',
        cell: ({ amountCents }) => <Money amountCents={amountCents} />,
        foot: <Money amountCents={totalCents} />,
      },
    ]}
  />
);

/** The CRF as the association knows it: operating account, balance sheet, bank, cash, subsidies. */
export const CrfSheet = ({ crf }: { readonly crf: CrfSnapshot }) => (
  <Stack>
    <Card title="Ce qui est entré et sorti">
      <Columns>
        {linesTable('Charges', crf.expenses, crf.totalExpensesCents, 'Total des charges')}
        {linesTable('Produits', crf.incomes, crf.totalIncomesCents, 'Total des produits')}
      </Columns>
      <p>
        <strong>
          {crf.resultCents < 0 ? 'Déficit de l’exercice' : 'Excédent de l’exercice'}
          {'\u00A0: '}
          <Money amountCents={cents(Math.abs(crf.resultCents))} />
        </strong>
      </p>
    </Card>
    <Card title="Bilan au 31 août">
      <Columns>
        {linesTable(
          'Actif\u00A0: ce que la coopérative possède',
          crf.balanceSheet.assets,
          crf.balanceSheet.totalAssetsCents,
          'Total de l’actif',
        )}
        {linesTable(
          'Passif\u00A0: d’où cela vient',
          crf.balanceSheet.liabilities,
          crf.balanceSheet.totalLiabilitiesCents,
          'Total du passif',
        )}
      </Columns>
    </Card>
    <Card title="Annexes">
      <Columns>
        <BankTable {...crf.reconciliation} />
        <CashTable {...crf.cashCount} />
      </Columns>
      <Subsidies subsidies={crf.subsidies} />
    </Card>
  </Stack>
);

const BankTable = (bank: CrfSnapshot['reconciliation']) => {
  const sum = (rows: readonly { readonly amountCents: Cents }[]) =>
    cents(rows.reduce((total, { amountCents }) => total + amountCents, 0));
  const on =
    bank.statementOn !== null && isDay(bank.statementOn)
      ? ` au ${formatDay(bank.statementOn)}`
      : '';
  const rows: readonly { readonly label: string; readonly amountCents: Cents | null }[] = [
    { label: `Solde du relevé${on}`, amountCents: bank.statementCents },
    {
      label: 'Chèques et virements émis, pas encore débités',
      amountCents: cents(-sum(bank.notYetDebited)),
    },
    { label: 'Remises déposées, pas encore créditées', amountCents: sum(bank.notYetCredited) },
    { label: 'Solde de la comptabilité', amountCents: bank.ledgerCents },
  ];
  return (
    <Table
      caption="Rapprochement bancaire"
      footTitle="Écart"
      rowKey={({ label }) => label}
      rows={rows}
      columns={[
        { key: 'label', title: 'Poste', names: true, cell: ({ label }) => label },
        {
          key: 'amount',
          title: 'Montant',
          align: 'end',
          cell: ({ amountCents }) =>
            amountCents === null ? 'Pas de relevé' : <Money amountCents={amountCents} />,
          foot: bank.gapCents === null ? 'Inconnu' : <Money amountCents={bank.gapCents} />,
        },
      ]}
    />
  );
};

const CashTable = ({ rows, countedCents, ledgerCents }: CrfSnapshot['cashCount']) => {
  const columns: readonly Column<(typeof rows)[number]>[] = [
    {
      key: 'coin',
      title: 'Pièce ou billet',
      names: true,
      cell: ({ denominationCents }) => <Money amountCents={cents(denominationCents)} />,
    },
    { key: 'count', title: 'Nombre', align: 'end', cell: ({ count }) => count },
    {
      key: 'amount',
      title: 'Montant',
      align: 'end',
      cell: ({ denominationCents, count }) => (
        <Money amountCents={cents(denominationCents * count)} />
      ),
      foot: <Money amountCents={countedCents} />,
    },
  ];
  return (
    <div>
      <Table
        caption="Arrêté de caisse"
        footTitle="Compté"
        rowKey={({ denominationCents }) => String(denominationCents)}
        rows={rows.filter(({ count }) => count > 0)}
        empty="La caisse n’a pas encore été comptée, ou elle est vide."
        columns={columns}
      />
      <p>
        D’après les écritures, la caisse contient <Money amountCents={ledgerCents} />.
      </p>
    </div>
  );
};

const Subsidies = ({ subsidies }: Pick<CrfSnapshot, 'subsidies'>) => (
  <Table
    caption="Tableau des subventions"
    rowKey={({ payer, purpose, amountCents }) => `${payer} ${purpose ?? ''} ${amountCents}`}
    rows={subsidies}
    empty="Aucune subvention cette année."
    columns={[
      { key: 'payer', title: 'Qui a versé', names: true, cell: ({ payer }) => payer },
      { key: 'purpose', title: 'Pour quoi', cell: ({ purpose }) => purpose },
      {
        key: 'amount',
        title: 'Montant',
        align: 'end',
        cell: ({ amountCents }) => <Money amountCents={amountCents} />,
      },
    ]}
  />
);
