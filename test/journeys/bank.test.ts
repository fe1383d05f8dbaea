import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { cfonbOf, type Operation } from '#test/support/statements.ts';
import { yearId } from './support/calendar.ts';
import { asked, expectNoBarrier } from './support/screen.ts';

const url = (): string => process.env['PORTAL_URL'] ?? '';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

interface Waiting {
  readonly id: string;
  readonly entryDate: string;
  readonly label: string;
  readonly amountCents: number;
  readonly chequeNumber?: string;
}

interface State {
  readonly bankAccount: { lastStatementOn: string; lastClosingCents: number; accountRef?: string };
  readonly waitingEntries: readonly Waiting[];
  readonly lines: readonly {
    id: string;
    label: string;
    matchId?: string;
    toExplain: boolean;
    apart: boolean;
  }[];
  readonly identity: { gapCents: number; notInBooksCents: number };
}

/** The bank page of a cooperative that no other journey changes. */
async function bankOf(coop: string, size: { width: number; height: number }) {
  const context = await browser.newContext({
    locale: 'fr-FR',
    reducedMotion: 'reduce',
    viewport: size,
    hasTouch: size.width < 600,
  });
  await context.request.post(`${url()}/local/sign-in`, {
    data: { account: `mandataire@${coop}.example` },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const ask = <Answer>(path: string): Promise<Answer> =>
    asked(context, `${url()}/api/coops/${coop}/bank-accounts${path}`);
  const { bankAccounts } = await ask<{ bankAccounts: { id: string; accountRef: string }[] }>('');
  const [account] = bankAccounts;
  const state = () => ask<State>(`/${account?.id}/reconciliation`);
  const open = async (search = '') => {
    await page.goto(`${url()}/coops/${coop}/banque${search}`);
    await page.getByRole('heading', { name: /La\sbanque\set\sle\sjournal/u }).waitFor();
  };
  return { page, state, open, accountRef: account?.accountRef ?? '', context };
}

/** As the bank prints an entry. */
const printed = ({ entryDate, label, amountCents, chequeNumber }: Waiting): Operation =>
  chequeNumber !== undefined && amountCents < 0
    ? {
        date: entryDate,
        cents: amountCents,
        label: `CHEQUE ${chequeNumber}`,
        code: '01',
        number: chequeNumber,
      }
    : {
        date: entryDate,
        cents: amountCents,
        label: label
          .normalize('NFD')
          .replace(/[^A-Za-z0-9 ]/gu, '')
          .toUpperCase()
          .slice(0, 31),
        code: amountCents < 0 ? '06' : '05',
      };

/**
 * The next statement: every entry that waits, the last two of money out as one line, a fee that
 * nobody wrote, and the mirrors of a pooled account.
 */
function nextStatement({ bankAccount, waitingEntries }: State, accountRef: string): Buffer {
  const [bank, branch, number] = accountRef.split('-');
  const spent = waitingEntries.filter(({ amountCents }) => amountCents < 0).slice(-2);
  const others = waitingEntries.filter((entry) => !spent.includes(entry));
  const last =
    waitingEntries
      .map(({ entryDate }) => entryDate)
      .toSorted()
      .at(-1) ?? '';
  const day = (date: string) => (date > bankAccount.lastStatementOn ? date : last);
  return Buffer.from(
    cfonbOf({
      account: [bank ?? '', branch ?? '', number ?? ''],
      from: `${yearId}-09-01`,
      to: last,
      openingCents: bankAccount.lastClosingCents,
      operations: [
        ...others.map(printed).map((line) => ({ ...line, date: day(line.date) })),
        {
          date: last,
          cents: spent.reduce((sum, { amountCents }) => sum + amountCents, 0),
          label: 'PRLV GROUPE ZZZ',
          code: '08',
        },
        { date: last, cents: -640, label: 'COTISATION CARTE XQ', code: '62' },
        { date: last, cents: 640, label: 'VIR COMPTE ASSOCIE TOU', code: '18' },
        { date: last, cents: -640, label: 'VO OCCE 06', code: '06' },
      ],
    }),
    'latin1',
  );
}

const drop = (page: Page, name: string, buffer: Buffer) =>
  page
    .getByLabel('Choisir des fichiers')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

const openLines = (page: Page) => page.locator('[data-line]');
const settled = async (page: Page) => {
  await expect.poll(() => page.locator('[aria-busy="true"]').count(), { timeout: 30_000 }).toBe(0);
};

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
      for (const { label } of waitingEntries
        .filter(({ amountCents }) => amountCents < 0)
        .slice(-2)) {
        const box = page
          .getByRole('region', { name: 'Journal' })
          .getByRole('checkbox', { name: new RegExp(label.replace(/[()]/gu, '.'), 'u') });
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

test('a file is dropped, and all of it is explained by keyboard alone', async () => {
  const bank = await bankOf('mimosas-nice', { width: 1280, height: 900 });
  const { page } = bank;
  await bank.open();
  const before = await bank.state();
  await drop(page, 'releve.txt', nextStatement(before, bank.accountRef));
  await page.getByText(/solde\svérifié/u).waitFor();
  await page
    .getByText(/rapprochements?\ssûrs?\s/u)
    .first()
    .waitFor();
  await settled(page);
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
  await page.getByRole('heading', { level: 1, name: 'Noter une opération' }).waitFor();
  expect(await page.getByLabel('Combien').inputValue()).toBe('6,40');
  await page.getByLabel('Payé à qui').fill('La banque');
  await page.getByRole('checkbox', { name: 'Pas de pièce' }).check();
  await page.getByLabel(/Pourquoi\sn’y/u).fill('Débit sur le relevé');
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

test('on a phone, the page stays short and its buttons match a line', async () => {
  const bank = await bankOf('oliviers-cannes', { width: 360, height: 740 });
  const { page } = bank;
  await bank.open();
  await page.getByText('Importer un relevé').tap();
  await drop(page, 'releve.txt', nextStatement(await bank.state(), bank.accountRef));
  await page.getByText(/solde\svérifié/u).waitFor();
  await settled(page);
  await expectNoBarrier(page);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(5_000);
  const openCount = async () =>
    (await bank.state()).lines.filter(({ matchId }) => matchId === undefined).length;
  const count = await openCount();
  await openLines(page)
    .filter({ hasText: /Suggestion|Sûr/u })
    .first()
    .tap();
  const button = page.getByRole('button', { name: /^Confirmer/u }).first();
  await button.waitFor();
  expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await button.tap();
  await expect.poll(openCount).toBe(count - 1);
  await bank.context.close();
}, 120_000);

test('a table of an unknown bank asks once what its columns are', async () => {
  const bank = await bankOf('mimosas-cannes', { width: 1280, height: 900 });
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
