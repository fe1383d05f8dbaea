import { formatDay } from '#shared/domain/dates.ts';
import { anonymousCopyOf } from '#shared/domain/documents/anonymous-copy.ts';
import type { PayoutVoucher } from '#shared/domain/documents/payout-voucher.ts';
import { gapsOf, partsOf } from '#shared/domain/documents/voucher-summary.ts';
import { schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';
import { drawEquation, drawFacts, drawFront, drawHeading, drawText } from './blocks.ts';
import { closePaper, openPaper, type Paper, type PaperFront } from './paper.ts';
import { accountsTable } from './payout-accounts.ts';
import { classesTable, linesTable, monthsTable, operations } from './payout-tables.ts';
import { drawTable } from './table.ts';
import { amount, ink } from './write.ts';

const payoutOf = ({ provider, arrivalOn, entryNumber }: PayoutVoucher): string =>
  `Versement ${provider} reçu le ${formatDay(arrivalOn)} · Pièce n°\u00A0${entryNumber}`;

const voucherFront = (voucher: PayoutVoucher): PaperFront => ({
  title: 'Justificatif de versement',
  subtitle: payoutOf(voucher),
  coop: voucher.coop,
  layout: 'landscape',
  generatedAt: voucher.generatedAt,
  verificationCode: voucher.verificationCode,
});

const noProof = 'Exemplaire anonymisé, sans valeur de justificatif';

const copyFront = (voucher: PayoutVoucher): PaperFront => ({
  title: 'Détail d’un versement',
  subtitle: payoutOf(voucher),
  coop: voucher.coop,
  layout: 'landscape',
  generatedAt: voucher.generatedAt,
  mark: 'Exemplaire anonymisé',
  notice: noProof,
});

const voucherWords = ({ lines, linesSha256 }: PayoutVoucher): string =>
  `Empreinte SHA-256 des ${lines.length} lignes\u00A0: ${linesSha256}. Le code de vérification, au pied de chaque page, dit à qui le saisit si ce justificatif est authentique.`;

const copyWords = ({ entryNumber }: PayoutVoucher): string =>
  `${noProof}\u00A0: les payeurs n’y sont pas nommés, les élèves sont désignés par leurs initiales. Le justificatif complet est conservé avec l’écriture n°\u00A0${entryNumber}.`;

/**
 * The one voucher of the one entry of a payout: every payment, the entry by account and project, the
 * sums by collecte, class and month, and the proof that gross − refunds − fees = net. Throws when
 * it does not add up: a defect. Rules: PAYOUT-1, VOUCHER-1 (docs/rules.md).
 */
export const printPayoutVoucher = (voucher: PayoutVoucher): Promise<Uint8Array> =>
  print(voucher, { front: voucherFront(voucher), words: voucherWords(voucher) });

/**
 * The same paper for a meeting of parents: who paid is not named, pupils are their initials. It
 * proves nothing, says so on each page and has no code to verify. Rules: FAMILY-1 (docs/rules.md).
 */
export const printAnonymousCopy = (voucher: PayoutVoucher): Promise<Uint8Array> =>
  print(anonymousCopyOf(voucher), {
    front: copyFront(voucher),
    words: copyWords(voucher),
    isAnonymous: true,
  });

interface Said {
  readonly front: PaperFront;
  /** What the paper says of itself under the control. */
  readonly words: string;
  readonly isAnonymous?: boolean;
}

function print(
  voucher: PayoutVoucher,
  { front, words, isAnonymous = false }: Said,
): Promise<Uint8Array> {
  const gaps = Object.values(gapsOf(voucher));
  if (gaps.some((gap) => gap !== 0))
    throw new RangeError(`a voucher that does not add up: ${gaps.join(', ')}`);
  const parts = partsOf(voucher.lines);
  const paper = openPaper(front);
  drawFront(paper);
  drawControl(paper, voucher);
  drawText(paper, words, ink.soft);
  drawHeading(paper, `Écriture n°\u00A0${voucher.entryNumber} par compte et par projet`);
  drawTable(paper, accountsTable(voucher));
  drawHeading(paper, `Détail · ${operations(voucher.lines.length)}`);
  drawTable(paper, linesTable(voucher, parts, isAnonymous));
  drawHeading(paper, 'Récapitulatif par collecte et par classe');
  drawTable(paper, classesTable(voucher, parts));
  drawHeading(paper, 'Récapitulatif par mois');
  drawTable(paper, monthsTable(voucher));
  return closePaper(paper);
}

/** Which payout it is, and that it adds up. */
function drawControl(paper: Paper, voucher: PayoutVoucher): void {
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
}
