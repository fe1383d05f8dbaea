import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import type { Letters } from '#shared/domain/families/letter.ts';
import { cents } from '#shared/domain/money.ts';
import { printLetters } from '#functions/papers/family-letters.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { slipOf } from './samples.ts';

const lettersFor = (count: number, changed: Partial<Letters> = {}): Letters => ({
  coop: slipOf('cash', 1).coop,
  title: 'Classe de mer',
  purpose: 'Cinq jours à La Ciotat.',
  isFree: false,
  paysOnline: true,
  dueOn: day('2026-04-30'),
  generatedAt: '2026-03-16T09:00:00.000Z',
  letters: Array.from({ length: count }, (_, index) => ({
    pupil: `Léa ${String.fromCharCode(65 + index)}.`,
    className: 'CM2',
    reference: `TRL-7K2M${index + 2}`,
    expectedCents: cents(4_500),
    instalments: [{ dueOn: day('2026-04-30'), amountCents: cents(4_500) }],
    url: `https://tirelire.example.org/f/${'a'.repeat(21)}${index}`,
  })),
  ...changed,
});

test('two families a page, each with its amount, its reference and its own link', async () => {
  const { pages } = await readPdf(await printLetters(lettersFor(3)));
  expect(pages).toHaveLength(2);
  for (const words of ['Léa A.', 'TRL-7K2M2', 'Léa B.', 'TRL-7K2M3', '45,00 €', '30 avril 2026'])
    expect(pages[0]).toContain(words);
  expect(pages[0]).not.toContain('Léa C.');
  expect(pages[1]).toContain('TRL-7K2M4');
  expect(pages[0]).toContain('Participation volontaire');
});

test('nothing at the foot of a page that is cut in two', async () => {
  const { pages } = await readPdf(await printLetters(lettersFor(1)));
  expect(pages[0]).not.toMatch(/Établi le|Page 1/u);
});

test('a free contribution names no amount; without a page nobody is sent online', async () => {
  const { pages } = await readPdf(
    await printLetters(lettersFor(1, { isFree: true, paysOnline: false })),
  );
  expect(pages[0]).toContain('Montant libre');
  expect(pages[0]).not.toContain('45,00 €');
  expect(pages[0]).not.toContain('payer en ligne');
});

test('the longest texts still leave one letter to half a page', async () => {
  const long = lettersFor(2, { title: 'Séjour '.repeat(11), purpose: 'Cinq jours '.repeat(36) });
  expect((await readPdf(await printLetters(long))).pages).toHaveLength(1);
});
