import type { Browser, Page, ViewportSize } from 'playwright-core';
import { expect } from 'vitest';
import { cfonbOf, type Operation } from '#test/support/statements.ts';
import { yearId } from './calendar.ts';
import { asked } from './screen.ts';

const url = (): string => process.env['PORTAL_URL'] ?? '';

interface Waiting {
  readonly id: string;
  readonly entryDate: string;
  readonly label: string;
  readonly amountCents: number;
  readonly chequeNumber?: string;
}

export interface State {
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
export async function bankOf(browser: Browser, coop: string, viewport: ViewportSize) {
  const context = await browser.newContext({
    locale: 'fr-FR',
    reducedMotion: 'reduce',
    viewport,
    hasTouch: viewport.width < 600,
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
export function nextStatement({ bankAccount, waitingEntries }: State, accountRef: string): Buffer {
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

export const drop = (page: Page, name: string, buffer: Buffer) =>
  page
    .getByLabel('Choisir des fichiers')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

export const openLines = (page: Page) => page.locator('[data-line]');
export const settled = async (page: Page) => {
  await expect.poll(() => page.locator('[aria-busy="true"]').count(), { timeout: 30_000 }).toBe(0);
};

/** What was dropped is read, and what is sure of it is matched. */
export async function imported(page: Page): Promise<void> {
  await page.getByText(/solde\svérifié/u).waitFor();
  await page
    .getByText(/rapprochements?\ssûrs?\s/u)
    .first()
    .waitFor();
  await settled(page);
}

/** The last two expenses, that the bank shows as one line. */
export const groupOf = (waitingEntries: State['waitingEntries']) =>
  waitingEntries.filter(({ amountCents }) => amountCents < 0).slice(-2);

export const named = (label: string): RegExp => new RegExp(label.replace(/[()]/gu, '.'), 'u');
