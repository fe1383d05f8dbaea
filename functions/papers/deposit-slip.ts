import { formatDay } from '#shared/domain/dates.ts';
import type { DepositSlip, SlipMeans } from '#shared/domain/documents/payout-voucher.ts';
import { sumCents } from '#shared/domain/money.ts';
import { drawFacts, drawFront, drawSignatures, type Fact } from './blocks.ts';
import { closePaper, openPaper, verificationCodeOf } from './paper.ts';
import { drawTable, type Table } from './table.ts';
import { amount } from './write.ts';
import { schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';

const words = {
  cheque: {
    title: 'Bordereau de remise de chèques',
    count: 'Nombre de chèques',
    depositedOn: 'Remis en banque le',
    signatures: ['Le mandataire', 'La banque (date et cachet)'],
  },
  cash: {
    title: 'État des espèces encaissées',
    count: 'Nombre de versements',
    depositedOn: 'Mis en caisse le',
    signatures: ['Le mandataire', 'Un témoin du comptage'],
  },
  transfer: {
    title: 'État des virements reçus des familles',
    count: 'Nombre de virements',
    depositedOn: 'Reçu en banque le',
    signatures: ['Le mandataire'],
  },
  refund: {
    title: 'État des remboursements aux familles',
    count: 'Nombre de remboursements',
    depositedOn: 'Remboursé le',
    signatures: ['Le mandataire'],
  },
} as const satisfies Record<SlipMeans, object>;

const unitOf: Readonly<Record<SlipMeans, string>> = {
  cheque: 'chèque',
  cash: 'versement',
  transfer: 'virement',
  refund: 'remboursement',
};

const factsOf = (slip: DepositSlip): readonly Fact[] => [
  ['Bordereau', `n°\u00A0${slip.slipNumber}`],
  [words[slip.means].depositedOn, formatDay(slip.depositedOn)],
  ['Pièce', `n°\u00A0${slip.entryNumber} · exercice ${schoolYearLabel(slip.yearId)}`],
  ['Collecte', slip.collectionTitle],
  [words[slip.means].count, String(slip.lines.length)],
  ['Total', amount(slip.totalCents)],
];

const tableOf = ({ means, lines, totalCents }: DepositSlip): Table => {
  const isCheque = means === 'cheque';
  return {
    title: words[means].title,
    columns: [
      { header: 'N°', points: 22, numeric: true },
      { header: 'Reçu le', points: 52 },
      { header: 'Payeur', share: 1.3 },
      { header: 'Élève', share: 0.8 },
      { header: 'Classe', share: 0.7 },
      ...(isCheque ? [{ header: 'N°\u00A0de chèque', points: 66 }] : []),
      { header: 'Montant', points: 66, numeric: true },
    ],
    rows: [
      ...lines.map((line, index) => ({
        cells: [
          String(index + 1),
          formatDay(line.paidOn),
          line.payerName,
          line.pupil,
          line.className,
          ...(isCheque ? [line.chequeNumber] : []),
          amount(line.amountCents),
        ],
      })),
      {
        kind: 'total',
        cells: [
          `Total · ${lines.length} ${unitOf[means]}${lines.length > 1 ? 's' : ''}`,
          ...Array<string>(isCheque ? 5 : 4).fill(''),
          amount(totalCents),
        ],
      },
    ],
  };
};

/**
 * What goes with the cheques to the bank, or with the cash into its box. Throws when the lines do
 * not add up to the total: a defect. Rules: VOUCHER-1 (docs/rules.md).
 */
export function printDepositSlip(slip: DepositSlip): Promise<Uint8Array> {
  if (sumCents(slip.lines.map((line) => line.amountCents)) !== slip.totalCents)
    throw new RangeError('a deposit slip that does not add up');
  const paper = openPaper({
    title: words[slip.means].title,
    subtitle: `${slip.collectionTitle} · n°\u00A0${slip.slipNumber} du ${formatDay(slip.depositedOn)}`,
    coop: slip.coop,
    layout: 'portrait',
    generatedAt: slip.generatedAt,
    verificationCode: verificationCodeOf(slip),
  });
  drawFront(paper);
  drawFacts(paper, factsOf(slip));
  paper.y += 6;
  drawTable(paper, tableOf(slip));
  paper.y += 18;
  drawSignatures(
    paper,
    words[slip.means].signatures.map((title) => ({ title, lines: ['Date et signature'] })),
  );
  return closePaper(paper);
}
