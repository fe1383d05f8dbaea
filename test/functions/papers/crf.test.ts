import { expect, test } from 'vitest';
import { cents, zeroCents } from '#shared/domain/money.ts';
import { printCrf } from '#functions/papers/crf.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { crfOf } from './samples.ts';

const textOf = async (crf: Parameters<typeof printCrf>[0]): Promise<string> =>
  (await readPdf(await printCrf(crf))).pages.join(' ');

test('holds the parts an association knows, in their order', async () => {
  const text = await textOf(crfOf('submitted'));
  const places = [
    'Compte rendu financier',
    'Compte de fonctionnement',
    'Total des charges',
    'Total des produits',
    'Bilan simplifié au 31 août 2026',
    'Rapprochement bancaire',
    'Arrêté de caisse',
    'Subventions reçues',
    'Contrôles',
    'Quitus des vérificateurs aux comptes',
    'Le mandataire',
  ].map((part) => text.indexOf(part));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(places).not.toContain(-1);
});

test('shows the sums, the result and the two balances that agree', async () => {
  const text = await textOf(crfOf('submitted'));
  expect(text).toContain('14 988,98 €');
  expect(text).toContain('15 607,50 €');
  expect(text).toContain('Excédent de l’exercice : 618,52 €');
  expect(text).toContain('3 309,10 €');
  expect(text).toContain('84,42 €');
});

test('says on every page that a draft is not filed, and never on a filed report', async () => {
  const { pages } = await readPdf(await printCrf(crfOf('draft')));
  for (const page of pages) expect(page).toContain('PROJET — non déposé');
  expect(await textOf(crfOf('submitted'))).not.toContain('PROJET');
  expect(await textOf(crfOf('accepted'))).toContain('Déposé le 24/09/2026, accepté');
});

test('says who signed the quitus by link, and leaves a box for who has not', async () => {
  const signed = await textOf(crfOf('submitted'));
  expect(signed).toContain('Quitus donné par lien personnel le 20/09/2026');
  const draft = await textOf(crfOf('draft'));
  expect(draft).toContain('Nadia Benali');
  expect(draft).toContain('Vérificateur aux comptes, parent d’élève ou enseignant');
});

test('names a deficit, a missing statement and the absence of subsidies', async () => {
  const crf = crfOf('draft');
  const text = await textOf({
    ...crf,
    resultCents: cents(-12_345),
    reconciliation: {
      ...crf.reconciliation,
      statementOn: null,
      statementCents: null,
      gapCents: null,
      notYetDebited: [],
    },
    subsidies: [],
    cashCount: { rows: [], countedCents: zeroCents, ledgerCents: zeroCents },
  });
  expect(text).toContain('Déficit de l’exercice : 123,45 €');
  expect(text).toContain('non renseigné');
  expect(text).toContain('Aucune subvention');
  expect(text).toContain('Aucune espèce comptée');
});

test('sets charges and produits one after the other when a page cannot hold them', async () => {
  const crf = crfOf('draft');
  const expenses = Array.from({ length: 60 }, (_, index) => ({
    line: String(600 + index),
    label: `Charge numéro ${index}`,
    amountCents: cents(100),
  }));
  const text = await textOf({ ...crf, expenses });
  expect(text).toContain('Charge numéro 59');
  expect(text.indexOf('Charge numéro 59')).toBeLessThan(text.indexOf('Total des produits'));
});

test('gives the same bytes for the same report', async () => {
  expect(await printCrf(crfOf('submitted'))).toEqual(await printCrf(crfOf('submitted')));
});

test('is tagged throughout: one title, its parts, its tables', async () => {
  const { tags } = await readPdf(await printCrf(crfOf('submitted')));
  expect(tags).toMatchObject({ H1: 1, H2: 8 });
  expect(tags['Table']).toBeGreaterThanOrEqual(8);
});
