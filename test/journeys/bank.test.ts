import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import {
  bankOf,
  drop,
  imported,
  groupOf,
  named,
  nextStatement,
  openLines,
  settled,
  type State,
} from './support/bank.ts';
import { yearId } from './support/calendar.ts';
import { expectNoBarrier, keepPicture } from './support/screen.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

/**
 * By keyboard: what is suggested is confirmed; the line of the last two expenses is shared out; the
 * rest is left to be explained.
 */
async function explainAll(page: Page, waitingEntries: State['waitingEntries']): Promise<void> {
  for (let round = 0; round < 80; round += 1) {
    const rest = openLines(page).filter({ hasNotText: /À expliquer/u });
    const count = await rest.count();
    if (count === 0) break;
    const line = rest.first();
    const text = (await line.textContent()) ?? '';
    await line.focus();
    if (text.includes('GROUPE ZZZ')) {
      await page.keyboard.press('s');
      for (const { label } of groupOf(waitingEntries)) {
        const box = page
          .getByRole('region', { name: 'Journal' })
          .getByRole('checkbox', { name: named(label) });
        await box.first().focus();
        await page.keyboard.press('Space');
      }
      await page.keyboard.press('g');
    } else if (text.includes('Suggestion') || text.includes('Sûr')) {
      await page.keyboard.press('Enter');
    } else {
      await page.keyboard.press('e');
      await page.getByLabel(/Ce\squ’il\sfaut\ssavoir/u).fill('Demander à la banque');
      await page.keyboard.press('Enter');
    }
    await expect
      .poll(() =>
        openLines(page)
          .filter({ hasNotText: /À expliquer/u })
          .count(),
      )
      .toBeLessThan(count);
    await settled(page);
  }
}

/** The entry of the fee, on the form that its line has opened. */
async function fillFee(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Noter une opération' }).waitFor();
  expect(await page.getByLabel('Combien').inputValue()).toBe('6,40');
  await page.getByLabel('Payé à qui').fill('La banque');
  await page.getByRole('checkbox', { name: 'Pas de pièce' }).check();
  await page.getByLabel(/Pourquoi\sn’y/u).fill('Débit sur le relevé');
}

/** As many as a thumb deals with in a moment: two expenses, three incomes. */
const fewOf = (waitingEntries: State['waitingEntries']) => [
  ...waitingEntries.filter(({ amountCents }) => amountCents > 0).slice(-3),
  ...groupOf(waitingEntries),
];

/** One line, with the thumb alone. */
async function explainByTap(page: Page, line: Locator, group: State['waitingEntries']) {
  const text = (await line.textContent()) ?? '';
  await line.tap();
  if (text.includes('GROUPE ZZZ')) {
    await page.getByRole('checkbox', { name: /GROUPE ZZZ/u }).tap();
    await page.getByText(/^Journal, en attente/u).tap();
    for (const { label } of group)
      await page
        .locator('[data-entries]')
        .getByRole('checkbox', { name: named(label) })
        .first()
        .tap();
    await page.getByRole('button', { name: 'Rapprocher', exact: true }).tap();
  } else if (text.includes('Suggestion') || text.includes('Sûr')) {
    const button = page.getByRole('button', { name: /^Confirmer/u }).first();
    await button.waitFor();
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await button.tap();
  } else {
    await page.getByRole('link', { name: /^Saisir\scette\sdépense/u }).tap();
    await fillFee(page);
    await page.getByRole('button', { name: 'Enregistrer l’écriture' }).tap();
    await page.getByRole('link', { name: 'Revenir à la banque' }).tap();
  }
}

test('a file is dropped, and all of it is explained by keyboard alone', async () => {
  const bank = await bankOf(browser, 'mimosas-nice', { width: 1280, height: 900 });
  const { page } = bank;
  await bank.open();
  const before = await bank.state();
  await drop(page, 'releve.txt', nextStatement(before, bank.accountRef));
  await imported(page);
  await expectNoBarrier(page);
  await page.getByText('2 lignes mises de côté').waitFor();
  await openLines(page).first().focus();
  await page.keyboard.press('?');
  await page.getByRole('heading', { name: 'Rapprocher au clavier' }).waitFor();
  await expectNoBarrier(page);
  await page.keyboard.press('Escape');

  await explainAll(page, before.waitingEntries);
  const after = await bank.state();
  expect(after.identity).toMatchObject({ gapCents: 0, notInBooksCents: -640 });
  expect(after.waitingEntries).toEqual([]);
  await page.getByText('Reste 1 ligne de la banque à expliquer').waitFor();
  await expectNoBarrier(page);

  // One key takes the last match back; another makes it again.
  await openLines(page).first().focus();
  await page.keyboard.press('u');
  await page.getByText('Rapprochement annulé.').first().waitFor();
  await page.getByText('Reste 2 lignes de la banque à expliquer').waitFor();
  expect((await bank.state()).waitingEntries.length).toBeGreaterThan(0);
  await explainAll(page, before.waitingEntries);
  await page.getByText('Reste 1 ligne de la banque à expliquer').waitFor();

  // The bank has said what it was: one key opens the entry that is missing, with what the line tells.
  await openLines(page).first().focus();
  await page.keyboard.press('c');
  await fillFee(page);
  await page.getByLabel('Pour quoi').press('Enter');
  await page.getByRole('link', { name: 'Revenir à la banque' }).press('Enter');
  await page.getByText('Tout est expliqué').waitFor();
  const explained = await bank.state();
  expect(explained.identity).toMatchObject({ gapCents: 0, notInBooksCents: 0 });
  expect(explained.lines.filter(({ apart }) => !apart).every(({ matchId }) => matchId)).toBe(true);
  await expectNoBarrier(page);
  await bank.open(`?au=${yearId}-08-31`);
  await page.getByRole('heading', { name: new RegExp(`au\\s31/08/${yearId}`, 'u') }).waitFor();
  await page.getByText('Tout est expliqué').waitFor();
  await expectNoBarrier(page);
  await bank.context.close();
}, 180_000);

test('on a phone, the page stays short, and thumbs explain all of a file', async () => {
  const bank = await bankOf(browser, 'oliviers-cannes', { width: 360, height: 740 });
  const { page } = bank;
  await bank.open();
  const state = await bank.state();
  const few = fewOf(state.waitingEntries);
  await page.getByText('Importer un relevé').tap();
  await drop(page, 'releve.txt', nextStatement({ ...state, waitingEntries: few }, bank.accountRef));
  await page.getByText(/solde\svérifié/u).waitFor();
  await page.waitForLoadState('networkidle');
  await settled(page);
  await expectNoBarrier(page);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(5_000);
  expect(await openLines(page).count()).toBeGreaterThan(1);
  while ((await openLines(page).count()) > 0) {
    const line = openLines(page).first();
    const id = await line.getAttribute('data-line');
    await explainByTap(page, line, groupOf(few));
    await page.locator(`[data-line="${id}"]`).waitFor({ state: 'detached' });
    await settled(page);
  }
  await page.getByText('Tout est expliqué').waitFor();
  expect((await bank.state()).identity).toMatchObject({ gapCents: 0, notInBooksCents: 0 });
  await keepPicture(page, 'bank-explained');
  await bank.context.close();
}, 120_000);

test('a table of an unknown bank asks once what its columns are', async () => {
  const bank = await bankOf(browser, 'mimosas-cannes', { width: 1280, height: 900 });
  const { page } = bank;
  await bank.open();
  const table = (month: string, label: string) =>
    Buffer.from(
      `Jour;Quoi;Sortie;Entree\r\n15/${month}/${yearId};${label};12,50;\r\n20/${month}/${yearId};VIR ZZ;;3,00\r\n`,
    );
  await drop(page, 'tableau.csv', table('09', 'ACHAT ZZ'));
  await page.getByRole('table', { name: 'Premières lignes du fichier' }).waitFor();
  await page.getByRole('table', { name: /Ce\squi\ssera\slu/u }).waitFor();
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'Importer ainsi' }).click();
  await page.getByText(/2\slignes\snouvelles/u).waitFor();
  await drop(page, 'tableau-octobre.csv', table('10', 'AUTRE ZZ'));
  await page.getByText(`Du 15/10/${yearId}`).waitFor();
  await bank.context.close();
}, 120_000);
