import { formatDay } from '#shared/domain/dates.ts';
import type { PayoutVoucher, VoucherLine } from '#shared/domain/documents/payout-voucher.ts';
import {
  gapsOf,
  partsOf,
  sumsOf,
  voucherKindLabel,
  type VoucherPart,
  type VoucherSums,
} from '#shared/domain/documents/voucher-summary.ts';
import { negateCents } from '#shared/domain/money.ts';
import { drawEquation, drawFacts, drawFront, drawHeading, drawText } from './blocks.ts';
import { accountsTable } from './payout-accounts.ts';
import { closePaper, openPaper } from './paper.ts';
import { drawTable, type Row, type Table } from './table.ts';
import { amount, ink } from './write.ts';
import { schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';

const meansOf = ({ kind, means }: VoucherLine): string =>
  [voucherKindLabel[kind], means].filter((text) => text !== '').join(' · ');

const amountsOf = ({ grossCents, feeCents, netCents }: Omit<VoucherSums, 'count'>) => [
  amount(grossCents),
  amount(negateCents(feeCents)),
  amount(netCents),
];

const operations = (count: number): string => `${count} opération${count > 1 ? 's' : ''}`;

const lineRow = (line: VoucherLine): Row => ({
  cells: [
    formatDay(line.paidOn),
    line.payerName,
    line.pupil,
    line.className,
    meansOf(line),
    line.platformReference,
    ...amountsOf(line),
  ],
});

const partRows = ({ collectionTitle, lines, sums }: VoucherPart): readonly Row[] => [
  { kind: 'group', cells: [collectionTitle] },
  ...lines.map(lineRow),
  {
    kind: 'subtotal',
    cells: [`Sous-total · ${operations(sums.count)}`, '', '', '', '', '', ...amountsOf(sums)],
  },
];

const linesTable = (voucher: PayoutVoucher, parts: readonly VoucherPart[]): Table => ({
  title: 'Opérations du versement',
  columns: [
    { header: 'Date', points: 50 },
    { header: 'Payeur', share: 1.2 },
    { header: 'Élève', share: 0.8 },
    { header: 'Classe', share: 0.9 },
    { header: 'Moyen', share: 0.95 },
    { header: 'Référence de la plateforme', share: 1.2 },
    { header: 'Montant', points: 62, numeric: true },
    { header: 'Frais', points: 54, numeric: true },
    { header: 'Net', points: 62, numeric: true },
  ],
  rows: [
    ...parts.flatMap(partRows),
    {
      kind: 'total',
      cells: [
        `Total du versement · ${operations(voucher.lines.length)}`,
        ...Array<string>(5).fill(''),
        ...amountsOf(sumsOf(voucher.lines)),
      ],
    },
  ],
});

const classRows = ({ collectionTitle, classes, sums }: VoucherPart): readonly Row[] => [
  { kind: 'group', cells: [collectionTitle] },
  ...classes.map(({ className, sums: own }) => ({
    cells: [className === '' ? 'Sans classe' : className, String(own.count), ...amountsOf(own)],
  })),
  { kind: 'subtotal', cells: ['Sous-total', String(sums.count), ...amountsOf(sums)] },
];

const classesTable = (voucher: PayoutVoucher, parts: readonly VoucherPart[]): Table => {
  const sums = sumsOf(voucher.lines);
  return {
    title: 'Récapitulatif par collecte et par classe',
    columns: [
      { header: 'Collecte et classe', share: 1 },
      { header: 'Opérations', points: 70, numeric: true },
      { header: 'Montant', points: 90, numeric: true },
      { header: 'Frais', points: 90, numeric: true },
      { header: 'Net', points: 90, numeric: true },
    ],
    rows: [
      ...parts.flatMap(classRows),
      { kind: 'total', cells: ['Total', String(sums.count), ...amountsOf(sums)] },
    ],
  };
};

const frontOf = (voucher: PayoutVoucher) => ({
  title: 'Justificatif de versement',
  subtitle: `Versement ${voucher.provider} reçu le ${formatDay(voucher.arrivalOn)} · Pièce n°\u00A0${voucher.entryNumber}`,
  coop: voucher.coop,
  layout: 'landscape' as const,
  generatedAt: voucher.generatedAt,
  verificationCode: voucher.verificationCode,
});

const months = new Intl.DateTimeFormat('fr-FR', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

const monthRows = (voucher: PayoutVoucher): readonly Row[] =>
  [...Map.groupBy(voucher.lines, ({ paidOn }) => paidOn.slice(0, 7))]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([month, lines]) => {
      const sums = sumsOf(lines);
      const name = months.format(new Date(`${month}-01T00:00:00Z`));
      return { cells: [name, String(sums.count), ...amountsOf(sums)] };
    });

/** Several days gathered in one entry: each month apart, as the periodic recapitulation asks. */
const monthsTable = (voucher: PayoutVoucher): Table => {
  const sums = sumsOf(voucher.lines);
  return {
    title: 'Récapitulatif par mois',
    columns: [
      { header: 'Mois du paiement', share: 1 },
      { header: 'Opérations', points: 70, numeric: true },
      { header: 'Montant', points: 90, numeric: true },
      { header: 'Frais', points: 90, numeric: true },
      { header: 'Net', points: 90, numeric: true },
    ],
    rows: [
      ...monthRows(voucher),
      { kind: 'total', cells: ['Total', String(sums.count), ...amountsOf(sums)] },
    ],
  };
};

/**
 * The one voucher of the one entry of a payout: every payment, the entry by account and project, the
 * sums by collecte, class and month, and the proof that gross − refunds − fees = net. Throws when it does not add up: a defect.
 * Rules: PAYOUT-1, VOUCHER-1 (docs/rules.md).
 */
export function printPayoutVoucher(voucher: PayoutVoucher): Promise<Uint8Array> {
  const gaps = gapsOf(voucher);
  if (Object.values(gaps).some((gap) => gap !== 0))
    throw new RangeError(`a voucher that does not add up: ${Object.values(gaps).join(', ')}`);
  const parts = partsOf(voucher.lines);
  const paper = openPaper(frontOf(voucher));
  drawFront(paper);
  drawFacts(
    paper,
    [
      ['Pièce', `n°\u00A0${voucher.entryNumber} du ${formatDay(voucher.entryDate)}`],
      ['Exercice', schoolYearLabel(voucher.yearId)],
      ['Arrivée en banque', formatDay(voucher.arrivalOn)],
      ['Plateforme', voucher.provider],
      ['Référence du versement', voucher.payoutId],
      ['Libellé attendu sur le relevé', voucher.bankReference],
    ],
    3,
  );
  drawHeading(paper, 'Contrôle du versement');
  drawEquation(paper, [
    ['Encaissements bruts', amount(voucher.grossCents)],
    ['Remboursements', amount(voucher.refundedCents), '\u2212'],
    ['Frais de la plateforme', amount(voucher.feeCents), '\u2212'],
    ['Net versé en banque', amount(voucher.netCents), '='],
  ]);
  drawText(
    paper,
    `Ligne attendue sur le relevé\u00A0: ${amount(voucher.netCents)}, ${voucher.bankReference === '' ? 'sans libellé annoncé' : `«\u00A0${voucher.bankReference}\u00A0»`}, vers le ${formatDay(voucher.arrivalOn)}. Le net ci-dessus est celui de l’écriture, au centime près.`,
    ink.soft,
  );
  drawText(
    paper,
    `Empreinte SHA-256 des ${voucher.lines.length} lignes\u00A0: ${voucher.linesSha256}. Le code de vérification, au pied de chaque page, dit à qui le saisit si ce justificatif est authentique.`,
    ink.soft,
  );
  drawHeading(paper, `Écriture n°\u00A0${voucher.entryNumber} par compte et par projet`);
  drawTable(paper, accountsTable(voucher));
  drawHeading(paper, `Détail · ${operations(voucher.lines.length)}`);
  drawTable(paper, linesTable(voucher, parts));
  drawHeading(paper, 'Récapitulatif par collecte et par classe');
  drawTable(paper, classesTable(voucher, parts));
  drawHeading(paper, 'Récapitulatif par mois');
  drawTable(paper, monthsTable(voucher));
  return closePaper(paper);
}
