import type { PayoutVoucher } from '#shared/domain/documents/payout-voucher.ts';
import {
  accountsOf,
  sideCents,
  type VoucherAccount,
  type VoucherAccountLine,
} from '#shared/domain/documents/voucher-accounts.ts';
import { zeroCents, type Cents } from '#shared/domain/money.ts';
import type { Row, Table } from './table.ts';
import { amount } from './write.ts';

/** Only income is followed by project; money and fees have none to miss. */
const projectOf = ({ accountNumber, projectName }: VoucherAccountLine | VoucherAccount): string =>
  projectName === '' && accountNumber.startsWith('7') ? 'Sans projet' : projectName;

const sidesOf = (debit: Cents, credit: Cents): readonly string[] =>
  [debit, credit].map((value) => (value === zeroCents ? '' : amount(value)));

const lineRow = (line: VoucherAccountLine): Row => ({
  cells: [
    line.accountNumber,
    line.accountLabel,
    projectOf(line),
    ...(line.side === 'debit'
      ? sidesOf(line.amountCents, zeroCents)
      : sidesOf(zeroCents, line.amountCents)),
  ],
});

/** One line is its own subtotal. */
const accountRows = (account: VoucherAccount): readonly Row[] => {
  const { lines, accountNumber, debitCents, creditCents } = account;
  const rows = lines.map(lineRow);
  if (rows.length < 2) return rows;
  const label = [`Sous-total ${accountNumber}`, projectOf(account)].filter(Boolean).join(' · ');
  return [
    ...rows,
    {
      kind: 'subtotal',
      cells: [label, '', '', ...sidesOf(debitCents, creditCents)],
    },
  ];
};

/** The entry that the voucher is of: each of its amounts, by account, then by project. */
export const accountsTable = ({ entryLines }: PayoutVoucher): Table => ({
  title: 'Écriture par compte et par projet',
  columns: [
    { header: 'Compte', points: 52 },
    { header: 'Libellé du compte', share: 1.2 },
    { header: 'Projet', share: 1 },
    { header: 'Débit', points: 90, numeric: true },
    { header: 'Crédit', points: 90, numeric: true },
  ],
  rows: [
    ...accountsOf(entryLines).flatMap(accountRows),
    {
      kind: 'total',
      cells: [
        'Total de l’écriture',
        '',
        '',
        ...(['debit', 'credit'] as const).map((side) => amount(sideCents(entryLines, side))),
      ],
    },
  ],
});
