import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { cents } from '#shared/domain/money.ts';
import { printAnonymousCopy, printPayoutVoucher } from '#functions/papers/payout-voucher.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { voucherOf } from './samples.ts';

test('names every payment, the sums and the proof that they add up', async () => {
  const { pages, title } = await readPdf(await printPayoutVoucher(voucherOf(27)));
  const text = pages.join(' ');
  expect(title).toBe('Justificatif de versement — Coopérative des Tilleuls');
  for (const { platformReference } of voucherOf(27).lines)
    expect(text).toContain(platformReference);
  expect(text).toContain('1 215,00 €');
  expect(text).toContain('−19,44 €');
  expect(text).toContain('1 150,56 €');
  expect(text).toContain('Pièce n° 42');
  expect(text).toContain('Maëlle Lefèbvre-Duchâtel');
  expect(text).toContain(voucherOf(27).linesSha256);
  expect(text).toContain('4F2A 91C0 33BD 5E17');
});

test('gives a letter that the font lacks without its accent rather than an empty box', async () => {
  const text = (await readPdf(await printPayoutVoucher(voucherOf(27)))).pages.join(' ');
  expect(text).toContain('Łukasz Nowak');
  expect(text).toContain('Ngô Thi Huong');
});

test('lists the classes as a school does: CP before CE1 before CM2', async () => {
  const pages = (await readPdf(await printPayoutVoucher(voucherOf(27)))).pages.join(' ');
  const text = pages.slice(pages.indexOf('Récapitulatif par collecte'));
  expect(text.indexOf('CP')).toBeLessThan(text.indexOf('CE1'));
  expect(text.indexOf('CE1')).toBeLessThan(text.indexOf('CM2'));
});

test('sums each month of the payments apart, and says which line the bank will show', async () => {
  const text = (await readPdf(await printPayoutVoucher(voucherOf(27)))).pages.join(' ');
  expect(text).toContain('mars 2026');
  expect(text).toContain('Ligne attendue sur le relevé');
});

test('shows each amount of the entry, by account and by project, and that it balances', async () => {
  const pages = (await readPdf(await printPayoutVoucher(voucherOf(27)))).pages;
  const text = pages.join(' ').replaceAll(/\s+/gu, ' ');
  const recap = text.slice(text.indexOf('Écriture n° 42 par compte'));
  expect(recap).toContain('512 Banque 1 150,56 €');
  expect(recap).toContain('6278 Frais des plateformes de paiement 19,44 €');
  expect(recap).toContain('7070 Ventes de produits pour cession Sans projet 225,00 €');
  expect(recap).toContain('7080 Produits des activités éducatives Volcans d’Auvergne 990,00 €');
  expect(recap).toContain('7080 Produits des activités éducatives Volcans d’Auvergne 45,00 €');
  expect(recap).toContain('Sous-total 7080 · Volcans d’Auvergne 45,00 € 990,00 €');
  expect(recap).toContain('Total de l’écriture 1 215,00 € 1 215,00 €');
});

test('repeats the header of the table on each page and numbers the pages', async () => {
  const { pages } = await readPdf(await printPayoutVoucher(voucherOf(60)));
  expect(pages.length).toBeGreaterThanOrEqual(4);
  for (const [index, page] of pages.slice(1, 4).entries()) {
    expect(page).toContain('Référence de la plateforme');
    expect(page).toContain(`Page ${index + 2}/${pages.length}`);
  }
});

test('is tagged: a title, headings, a table whose cells are told from its headers', async () => {
  const { tags } = await readPdf(await printPayoutVoucher(voucherOf(27)));
  expect(tags).toMatchObject({ H1: 1, H2: 5 });
  // 28 lines of nine cells, and the sums.
  expect(tags['TD']).toBeGreaterThanOrEqual(28 * 9);
  expect(tags['TH']).toBeGreaterThanOrEqual(9);
});

test('gives the same bytes for the same voucher, so that a retry keeps its SHA-256', async () => {
  const digest = async () =>
    createHash('sha256')
      .update(await printPayoutVoucher(voucherOf(40)))
      .digest('hex');
  expect(await digest()).toBe(await digest());
});

test('P8: weighs at most 32 KB for a class trip, and 60 KB for five hundred payments', async () => {
  expect((await printPayoutVoucher(voucherOf(27))).byteLength).toBeLessThan(32_000);
  expect((await printPayoutVoucher(voucherOf(499))).byteLength).toBeLessThan(60_000);
});

test('a long list is heard as sentences, one a line, and keeps its headings', async () => {
  const { tags, pages } = await readPdf(await printPayoutVoucher(voucherOf(200)));
  expect(tags).toMatchObject({ H1: 1, H2: 5 });
  expect(tags['P']).toBeGreaterThanOrEqual(200);
  expect(pages.join(' ')).toContain('Ngô Thi Huong');
});

test('refuses to print a voucher that does not add up', () => {
  const voucher = voucherOf(3);
  expect(() => printPayoutVoucher({ ...voucher, netCents: cents(voucher.netCents + 1) })).toThrow(
    RangeError,
  );
  expect(() => printPayoutVoucher({ ...voucher, entryLines: voucher.entryLines.slice(1) })).toThrow(
    RangeError,
  );
});

test('breaks what is too long for its column, and marks the letters of another alphabet', async () => {
  const [line] = voucherOf(1).lines;
  if (!line) throw new Error('no line');
  const voucher = voucherOf(1);
  const lines = voucher.lines.map((one) => ({
    ...one,
    payerName: 'محمد بن علي',
    platformReference: 'x'.repeat(120),
    className: 'Classe de M. et Mme Dupont-Delavigne de la Tour, bâtiment B, deuxième étage',
  }));
  const { pages } = await readPdf(await printPayoutVoucher({ ...voucher, lines }));
  expect(pages.length).toBeLessThanOrEqual(2);
  expect(pages.join(' ')).toContain('???? ?? ???');
  expect(pages.join(' ')).toContain('deuxième étage');
});

test('the anonymous copy names nobody, says on each page that it proves nothing, has no code', async () => {
  const { pages, tags, title } = await readPdf(await printAnonymousCopy(voucherOf(60)));
  const text = pages.join(' ');
  expect(title).toBe('Détail d’un versement — Coopérative des Tilleuls');
  for (const name of ['Béatrice', 'Müller', 'Nowak', 'Lefèbvre', 'Ngô', 'Zoé', 'Anaïs', 'Payeur'])
    expect(text).not.toContain(name);
  expect(text).not.toContain('4F2A');
  expect(text).not.toContain('Code de vérification');
  expect(text).not.toContain(voucherOf(60).linesSha256);
  for (const page of pages)
    expect(page).toContain('Exemplaire anonymisé, sans valeur de justificatif');
  expect(text).toContain('Z. M.');
  for (const { platformReference } of voucherOf(60).lines)
    expect(text).toContain(platformReference);
  expect(text).toContain('Total de l’écriture');
  expect(tags).toMatchObject({ H1: 1, H2: 5 });
});
