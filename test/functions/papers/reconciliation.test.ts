import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import type {
  ReconciledLine,
  ReconciliationPaper,
} from '#shared/domain/documents/reconciliation-paper.ts';
import { cents, zeroCents } from '#shared/domain/money.ts';
import { printReconciliation } from '#functions/papers/reconciliation.ts';
import { readPdf } from '#test/support/read-pdf.ts';

const line = (more: Partial<ReconciledLine> = {}): ReconciledLine => ({
  on: day('2026-08-24'),
  entryNumber: 118,
  label: 'Librairie du Port · Livres de la bibliothèque',
  number: '6557042',
  amountCents: cents(-8_450),
  isExpired: false,
  ...more,
});

const paperOf = (more: Partial<ReconciliationPaper> = {}): ReconciliationPaper => ({
  coop: {
    name: 'Coopérative des Tilleuls',
    schoolName: 'École élémentaire des Tilleuls',
    city: 'Nice',
    number: '06-0001',
    department: '06',
    departmentName: 'OCCE des Alpes-Maritimes',
  },
  account: {
    label: 'Compte courant',
    bankName: 'La Banque Postale',
    maskedRef: 'FR14\u00A0••••\u00A0••••\u00A0606',
    accountNumber: '512',
    holder: 'OCCE des Alpes-Maritimes',
  },
  on: day('2026-08-31'),
  statementOn: day('2026-08-31'),
  statementCents: cents(120_000),
  notYetDebited: [line()],
  notYetCredited: [
    line({
      entryNumber: 121,
      label: 'Remise de 12 chèques',
      number: '33',
      amountCents: cents(18_000),
    }),
  ],
  notInBooks: [
    line({ entryNumber: undefined, label: 'FRAIS DE TENUE', number: '', amountCents: cents(-600) }),
  ],
  setApartCents: zeroCents,
  ledgerCents: cents(130_150),
  gapCents: zeroCents,
  signatories: ['Camille Roux'],
  generatedAt: '2026-09-12T09:00:00.000Z',
  ...more,
});

const read = async (more: Partial<ReconciliationPaper> = {}) =>
  (await readPdf(await printReconciliation(paperOf(more)))).pages;

test('goes from the balance of the bank to that of the books, on one page', async () => {
  const pages = await read();
  expect(pages).toHaveLength(1);
  for (const said of [
    'État de rapprochement bancaire',
    'Solde de la banque au 31/08/2026',
    '6557042',
    '118',
    'Remise de 12 chèques',
    'FRAIS DE TENUE',
    '1 301,50 €',
    'Le mandataire',
    'Un vérificateur aux comptes',
  ])
    expect(pages[0]).toContain(said);
  expect(pages[0]).not.toContain('À noter');
});

test('says what an old cheque means', async () => {
  const [page] = await read({ notYetDebited: [line({ isExpired: true })] });
  expect(page).toContain('chèque périmé');
  expect(page).toContain('L131-59');
});

test('an empty list is said to be', async () => {
  const [page] = await read({ notYetDebited: [], notYetCredited: [], notInBooks: [] });
  expect(page?.match(/Néant/gu)).toHaveLength(3);
});

test('without a statement there is no gap, and the paper says why', async () => {
  const [page] = await read({ statementOn: null, statementCents: null, gapCents: null });
  expect(page).toContain('non calculé');
  expect(page).toContain('Aucun relevé importé');
});

test('says that the statement is older than the day, and that a gap is left', async () => {
  const [page] = await read({ statementOn: day('2026-07-31'), gapCents: cents(100) });
  expect(page).toContain('31 juillet 2026');
  expect(page).toContain('reste à expliquer');
});
