import type { CrfPaper, CrfPaperQuitus } from '#shared/domain/documents/crf-paper.ts';
import { schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';
import {
  drawEquation,
  drawFacts,
  drawFront,
  drawHeading,
  drawSignatures,
  drawText,
  type SignatureBox,
} from './blocks.ts';
import {
  balanceSheetTables,
  cashTable,
  controlsTable,
  operatingTables,
  reconciliationTable,
  resultName,
  resultText,
  subsidiesTable,
} from './crf-tables.ts';
import { closePaper, openPaper, verificationCodeOf, type Paper } from './paper.ts';
import { drawSideBySide, drawTable } from './table.ts';
import { amount, dayOfInstant, ink } from './write.ts';

const statusText = ({ status, submittedAt }: CrfPaper): string => {
  const on = submittedAt === undefined ? '' : ` le ${dayOfInstant(submittedAt)}`;
  switch (status) {
    case 'draft':
      return 'Projet, non déposé';
    case 'submitted':
      return `Déposé${on}`;
    case 'returned':
      return `Déposé${on}, à corriger`;
    case 'accepted':
      return `Déposé${on}, accepté`;
  }
};

const isProject = ({ status }: CrfPaper): boolean => status === 'draft' || status === 'returned';

function drawIdentification(paper: Paper, crf: CrfPaper): void {
  const { coop } = crf;
  drawFacts(paper, [
    ['Coopérative', `n°\u00A0${coop.number}`],
    ['École', `${coop.schoolName}, ${coop.city}`],
    ['Mandataire', coop.mandateHolder],
    ['Effectifs', `${coop.pupilCount} élèves, ${coop.adultCount} adultes`],
    [
      'Écritures de l’exercice',
      `${crf.entryCount}, dont ${crf.withoutVoucherCount} sans justificatif`,
    ],
    ['État du compte rendu', statusText(crf)],
  ]);
  drawEquation(paper, [
    ['Produits', amount(crf.totalIncomesCents)],
    ['Charges', amount(crf.totalExpensesCents), '\u2212'],
    [`Résultat (${resultName(crf.resultCents).toLowerCase()})`, amount(crf.resultCents), '='],
  ]);
}

const qualityLabel = { parent: 'parent d’élève', teacher: 'enseignant' } as const;

const signatureOf = ({ verifierName, quality, signedAt }: CrfPaperQuitus): SignatureBox => ({
  title: verifierName,
  lines: [
    `Vérificateur aux comptes, ${qualityLabel[quality]}`,
    signedAt === undefined
      ? 'Date et signature'
      : `Quitus donné par lien personnel le ${dayOfInstant(signedAt)}`,
  ],
});

const blank: SignatureBox = {
  title: 'Nom',
  lines: ['Vérificateur aux comptes, parent d’élève ou enseignant', 'Date et signature'],
};

const verifiersMin = 2;

/** Signed boxes say so; what is missing is left to sign by hand. Rules: QUITUS-1, MANDATE-1. */
function drawQuitus(paper: Paper, crf: CrfPaper): void {
  drawHeading(paper, 'Quitus des vérificateurs aux comptes', 130);
  drawText(
    paper,
    'Les vérificateurs soussignés ont examiné les écritures, les pièces justificatives, le relevé bancaire et la caisse de la coopérative. Ils attestent que les comptes présentés ici en sont le reflet fidèle et en donnent quitus.',
  );
  paper.y += 4;
  const missing = Math.max(0, verifiersMin - crf.quitus.length);
  drawSignatures(paper, [
    ...crf.quitus.map(signatureOf),
    ...Array<SignatureBox>(missing).fill(blank),
  ]);
  drawHeading(paper, 'Le mandataire', 90);
  drawSignatures(paper, [
    {
      title: crf.coop.mandateHolder,
      lines: ['Certifie exact le présent compte rendu financier', 'Date et signature'],
    },
  ]);
}

function drawAnnexes(paper: Paper, crf: CrfPaper): void {
  drawHeading(paper, 'Rapprochement bancaire', 120);
  drawTable(paper, reconciliationTable(crf));
  drawHeading(paper, 'Arrêté de caisse', 120);
  drawTable(paper, cashTable(crf));
  drawHeading(paper, 'Subventions reçues');
  if (crf.subsidies.length === 0)
    drawText(paper, 'Aucune subvention n’a été reçue au cours de l’exercice.', ink.soft);
  else drawTable(paper, subsidiesTable(crf));
  drawHeading(paper, 'Contrôles');
  drawTable(paper, controlsTable(crf));
}

/**
 * The CRF of a year, with its annexes and its quitus. As long as it is not filed, every page says
 * so. Rules: CRF-1, CRF-2, CRF-3 (docs/rules.md).
 */
export function printCrf(crf: CrfPaper): Promise<Uint8Array> {
  const { yearId, coop } = crf;
  const paper = openPaper({
    title: 'Compte rendu financier',
    subtitle: `Exercice ${schoolYearLabel(yearId)}, du 1er septembre ${yearId} au 31 août ${Number(yearId) + 1}`,
    coop,
    layout: 'portrait',
    generatedAt: crf.generatedAt,
    verificationCode: verificationCodeOf(crf),
    mark: isProject(crf) ? 'PROJET — non déposé' : undefined,
  });
  drawFront(paper);
  drawIdentification(paper, crf);
  drawHeading(paper, 'Compte de fonctionnement', 120);
  drawSideBySide(paper, operatingTables(crf));
  drawText(paper, resultText(crf.resultCents));
  drawHeading(paper, `Bilan simplifié au 31 août ${Number(yearId) + 1}`, 120);
  drawSideBySide(paper, balanceSheetTables(crf));
  drawAnnexes(paper, crf);
  drawQuitus(paper, crf);
  return closePaper(paper);
}
