import type {
  ReconciledLine,
  ReconciliationPaper,
} from '#shared/domain/documents/reconciliation-paper.ts';
import { formatDay, formatLongDay } from '#shared/domain/dates.ts';
import { cents, sumCents, type Cents } from '#shared/domain/money.ts';
import { drawFacts, drawFront, drawHeading, drawSignatures, drawText } from './blocks.ts';
import { closePaper, openPaper, verificationCodeOf, type Paper } from './paper.ts';
import { drawTable, type Row, type Table } from './table.ts';
import { amount } from './write.ts';

const totalOf = (lines: readonly ReconciledLine[]): Cents =>
  sumCents(lines.map(({ amountCents }) => amountCents));

const row = ({ on, entryNumber, label, number, amountCents, isExpired }: ReconciledLine): Row => ({
  cells: [
    formatDay(on),
    entryNumber === undefined ? '' : String(entryNumber),
    isExpired ? `${label} · chèque périmé` : label,
    number,
    amount(amountCents),
  ],
});

/** A list with its sum; a list without a line is said in one. */
const part = (title: string, lines: readonly ReconciledLine[], sum: Cents): readonly Row[] => [
  { kind: 'group', cells: [title] },
  ...(lines.length === 0 ? [{ cells: ['', '', 'Néant', '', ''] }] : lines.map(row)),
  { kind: 'subtotal', cells: ['Sous-total', '', '', '', amount(sum)] },
];

const opposite = (value: Cents): Cents => cents(value === 0 ? 0 : -value);

/** A sum of its own line: its name, its amount. */
const sumRow = (kind: 'subtotal' | 'total', name: string, value: string): Row => ({
  kind,
  cells: [name, '', '', '', value],
});

const tableOf = (paper: ReconciliationPaper): Table => ({
  title: 'Du solde de la banque à celui du journal',
  columns: [
    { header: 'Date', points: 54 },
    { header: 'Pièce', points: 34, numeric: true },
    { header: 'Libellé', share: 1 },
    { header: 'N°\u00A0de chèque ou de remise', points: 92 },
    { header: 'Montant', points: 76, numeric: true },
  ],
  rows: [...bankRows(paper), ...booksRows(paper)],
});

/** The balance of the bank, and all that stands between it and the books. */
function bankRows(paper: ReconciliationPaper): readonly Row[] {
  const { statementOn, statementCents, notYetDebited, notYetCredited, notInBooks } = paper;
  const { setApartCents } = paper;
  const on = statementOn === null ? '' : ` au ${formatDay(statementOn)}`;
  const known = statementCents === null ? 'non connu' : amount(statementCents);
  return [
    sumRow('subtotal', `Solde de la banque${on}`, known),
    ...part(
      'À déduire\u00A0: chèques et paiements notés, pas encore débités',
      notYetDebited,
      totalOf(notYetDebited),
    ),
    ...part(
      'À ajouter\u00A0: remises et versements notés, pas encore crédités',
      notYetCredited,
      totalOf(notYetCredited),
    ),
    ...part(
      'À reprendre en sens inverse\u00A0: opérations de la banque pas encore notées',
      notInBooks.map((line) => ({ ...line, amountCents: opposite(line.amountCents) })),
      opposite(totalOf(notInBooks)),
    ),
    ...(setApartCents === 0
      ? []
      : [
          sumRow(
            'subtotal',
            'À reprendre en sens inverse\u00A0: lignes mises à part',
            amount(opposite(setApartCents)),
          ),
        ]),
  ];
}

/** What the books should say, what they say, and the difference. */
function booksRows({ ledgerCents, gapCents }: ReconciliationPaper): readonly Row[] {
  const expected = gapCents === null ? 'non connu' : amount(cents(ledgerCents + gapCents));
  return [
    sumRow('total', 'Solde attendu dans le journal', expected),
    sumRow('total', 'Solde du journal', amount(ledgerCents)),
    sumRow('total', 'Écart', gapCents === null ? 'non calculé' : amount(gapCents)),
  ];
}

/** What the reader must know beside the figures. */
function drawNotes(paper: Paper, printed: ReconciliationPaper): void {
  const { on, statementOn, gapCents, notYetDebited } = printed;
  const expired = notYetDebited.filter(({ isExpired }) => isExpired);
  const notes = [
    gapCents === null &&
      'Aucun relevé importé ne donne de solde\u00A0: ce rapprochement ne peut pas être vérifié.',
    statementOn !== null &&
      statementOn < on &&
      `Le dernier solde connu de la banque est du ${formatLongDay(statementOn)}\u00A0: joindre le relevé qui encadre le ${formatLongDay(on)}.`,
    gapCents !== null &&
      gapCents !== 0 &&
      'L’écart reste à expliquer\u00A0: un relevé manque, ou la situation de départ n’est pas la bonne.',
    expired.length > 0 &&
      `${expired.length === 1 ? 'Un chèque a été émis' : `${expired.length} chèques ont été émis`} il y a plus d’un an et 8 jours (Code monétaire et financier, articles L131-32 et L131-59)\u00A0: la banque peut refuser de ${expired.length === 1 ? 'le' : 'les'} payer. La dette demeure\u00A0: voir avec le bénéficiaire avant d’annuler l’écriture.`,
  ].filter((note) => note !== false);
  if (notes.length === 0) return;
  drawHeading(paper, 'À noter', 20);
  for (const note of notes) drawText(paper, note);
}

/** The state of reconciliation of an account, as the CRF wants it beside the statement. */
export function printReconciliation(printed: ReconciliationPaper): Promise<Uint8Array> {
  const { account, on, coop, signatories } = printed;
  const paper = openPaper({
    title: 'État de rapprochement bancaire',
    subtitle: `${account.label} · au ${formatLongDay(on)}`,
    coop,
    layout: 'portrait',
    generatedAt: printed.generatedAt,
    verificationCode: verificationCodeOf(printed),
  });
  drawFront(paper);
  drawFacts(paper, [
    ['Banque', account.bankName === '' ? 'non précisée' : account.bankName],
    ['Compte', account.maskedRef],
    ['Titulaire', account.holder],
    ['Compte du plan comptable', account.accountNumber],
    ['Arrêté au', formatDay(on)],
    ['Mandataires', signatories.length === 0 ? 'non notés' : signatories.join(', ')],
  ]);
  paper.y += 6;
  drawTable(paper, tableOf(printed));
  paper.y += 14;
  drawNotes(paper, printed);
  paper.y += 14;
  drawSignatures(paper, [
    { title: 'Le mandataire', lines: ['Nom, date et signature'] },
    { title: 'Un vérificateur aux comptes', lines: ['Nom, date et signature'] },
  ]);
  return closePaper(paper);
}
