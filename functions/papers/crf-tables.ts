import { day, formatDay } from '#shared/domain/dates.ts';
import type {
  CrfPaper,
  CrfPaperLine,
  UnmatchedOperation,
} from '#shared/domain/documents/crf-paper.ts';
import { cents, negateCents, sumCents, type Cents, zeroCents } from '#shared/domain/money.ts';
import type { Row, Table } from './table.ts';
import { amount } from './write.ts';

interface Side {
  readonly title: string;
  readonly lines: readonly CrfPaperLine[];
  readonly total: string;
  readonly totalCents: Cents;
}

const sideTable = ({ title, lines, total, totalCents }: Side): Table => ({
  title,
  columns: [
    { header: 'Compte', points: 36 },
    { header: title, share: 1 },
    { header: 'Montant', points: 70, numeric: true },
  ],
  rows: [
    ...lines.map(({ line, label, amountCents }) => ({ cells: [line, label, amount(amountCents)] })),
    { kind: 'total', cells: [total, '', amount(totalCents)] },
  ],
});

/** The compte de fonctionnement: expenses on the left, incomes on the right. */
export const operatingTables = (crf: CrfPaper): readonly [Table, Table] => [
  sideTable({
    title: 'Charges',
    lines: crf.expenses,
    total: 'Total des charges',
    totalCents: crf.totalExpensesCents,
  }),
  sideTable({
    title: 'Produits',
    lines: crf.incomes,
    total: 'Total des produits',
    totalCents: crf.totalIncomesCents,
  }),
];

/** The simplified balance sheet: what the coop has, and where it comes from. */
export const balanceSheetTables = ({ balanceSheet }: CrfPaper): readonly [Table, Table] => [
  sideTable({
    title: 'Actif',
    lines: balanceSheet.assets,
    total: 'Total de l’actif',
    totalCents: balanceSheet.totalAssetsCents,
  }),
  sideTable({
    title: 'Passif',
    lines: balanceSheet.liabilities,
    total: 'Total du passif',
    totalCents: balanceSheet.totalLiabilitiesCents,
  }),
];

const frenchDay = (text: string): string => formatDay(day(text));

const sumOf = (operations: readonly UnmatchedOperation[]): Cents =>
  sumCents(operations.map(({ amountCents }) => amountCents));

const operationRow = (operation: UnmatchedOperation, sign: 1 | -1): Row => ({
  cells: [
    operation.number === 0 ? 'avant' : `n°\u00A0${operation.number}`,
    frenchDay(operation.entryDate),
    operation.label,
    operation.chequeNumber ?? '',
    amount(cents(sign * operation.amountCents)),
  ],
});

const unmatchedRows = (
  title: string,
  operations: readonly UnmatchedOperation[],
  sign: 1 | -1,
): readonly Row[] => [
  { kind: 'group', cells: [title] },
  ...operations.map((operation) => operationRow(operation, sign)),
  operations.length === 0
    ? { cells: ['', '', 'Aucune', '', amount(zeroCents)] }
    : {
        kind: 'subtotal',
        cells: ['Sous-total', '', '', '', amount(cents(sign * sumOf(operations)))],
      },
];

/** From the balance of the statement to that of the books. Rules: BANK-1 (docs/rules.md). */
export function reconciliationTable({ reconciliation }: CrfPaper): Table {
  const { statementOn, statementCents, gapCents } = reconciliation;
  return {
    title: 'Rapprochement bancaire',
    columns: [
      { header: 'Pièce', points: 44 },
      { header: 'Date', points: 54 },
      { header: 'Libellé', share: 1 },
      { header: 'N°\u00A0de chèque', points: 70 },
      { header: 'Montant', points: 78, numeric: true },
    ],
    rows: [
      {
        kind: 'subtotal',
        cells: [
          statementOn === null
            ? 'Solde du relevé bancaire'
            : `Solde du relevé au ${frenchDay(statementOn)}`,
          '',
          '',
          '',
          statementCents === null ? 'non renseigné' : amount(statementCents),
        ],
      },
      ...unmatchedRows(
        'Chèques émis et dépenses non encore débités',
        reconciliation.notYetDebited,
        -1,
      ),
      ...unmatchedRows('Dépôts non encore crédités', reconciliation.notYetCredited, 1),
      {
        kind: 'total',
        cells: ['Solde comptable de la banque', '', '', '', amount(reconciliation.ledgerCents)],
      },
      {
        kind: 'subtotal',
        cells: ['Écart', '', '', '', gapCents === null ? 'non calculé' : amount(gapCents)],
      },
    ],
  };
}

/** The cash, counted coin by coin, against the books. */
export function cashTable({ cashCount }: CrfPaper): Table {
  const rows = cashCount.rows
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.denominationCents - one.denominationCents);
  const gapCents = cents(cashCount.countedCents - cashCount.ledgerCents);
  return {
    title: 'Arrêté de caisse',
    columns: [
      { header: 'Pièce ou billet', share: 1 },
      { header: 'Nombre', points: 80, numeric: true },
      { header: 'Montant', points: 110, numeric: true },
    ],
    rows: [
      ...(rows.length === 0 ? [{ cells: ['Aucune espèce comptée', '', ''] }] : []),
      ...rows.map(({ denominationCents, count }) => ({
        cells: [
          amount(cents(denominationCents)),
          String(count),
          amount(cents(denominationCents * count)),
        ],
      })),
      { kind: 'total', cells: ['Total compté', '', amount(cashCount.countedCents)] },
      {
        kind: 'subtotal',
        cells: ['Solde comptable de la caisse', '', amount(cashCount.ledgerCents)],
      },
      { kind: 'subtotal', cells: ['Écart', '', amount(gapCents)] },
    ],
  };
}

/** The public subsidies, each with what it was for. */
export const subsidiesTable = ({ subsidies }: CrfPaper): Table => ({
  title: 'Subventions reçues',
  columns: [
    { header: 'Financeur', share: 1 },
    { header: 'Objet', share: 1.6 },
    { header: 'Montant', points: 80, numeric: true },
  ],
  rows: [
    ...subsidies.map(({ payer, purpose = '', amountCents }) => ({
      cells: [payer, purpose, amount(amountCents)],
    })),
    {
      kind: 'total',
      cells: [
        'Total des subventions',
        '',
        amount(sumCents(subsidies.map(({ amountCents }) => amountCents))),
      ],
    },
  ],
});

const levelLabel = { ok: 'Conforme', warning: 'À vérifier', blocking: 'Bloquant' } as const;

/** What was checked, in words: a sign or a colour alone would not be read by all. */
export const controlsTable = ({ controls }: CrfPaper): Table => ({
  title: 'Contrôles',
  columns: [
    { header: 'Résultat', points: 60 },
    { header: 'Contrôle', share: 1 },
  ],
  rows: controls.map(({ level, message }) => ({ cells: [levelLabel[level], message] })),
});

/** The result as an accountant names it: `Excédent` or `Déficit`. */
export const resultName = (resultCents: Cents): string =>
  resultCents > 0 ? 'Excédent' : resultCents < 0 ? 'Déficit' : 'Résultat nul';

/** The sum without its sign, beside its name. */
export const resultText = (resultCents: Cents): string =>
  `${resultName(resultCents)} de l’exercice\u00A0: ${amount(resultCents < 0 ? negateCents(resultCents) : resultCents)}`;
