import { AxeBuilder } from '@axe-core/playwright';
import { request, type Browser, type Page } from 'playwright-core';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';

const url = (): string => process.env['PORTAL_URL'] ?? '';
const coop = 'oliviers-nice';

const camille = 'camille.roux@oliviers.example';
const helene = 'helene.fabre@occe06.example';
const louise = 'louise.martin@federation.example';
const paul = 'paul.giraud@parents.example';

/** Both widths by day; by night only colours change, and they are the same at both widths. */
const looks = [
  { width: 1280, colorScheme: 'light' },
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
] as const;

/** Every rule of WCAG 2.2 AA, and the best practices. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What another theme may change. */
const colourRules = ['color-contrast', 'link-in-text-block'];

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

/** The portal called as somebody, their session included. */
async function callerOf(account: string) {
  const caller = await request.newContext({ baseURL: url() });
  await caller.post('/local/sign-in', { data: { account } });
  const asked = async <Answer>(path: string, body?: object): Promise<Answer> => {
    const answer = await (body === undefined
      ? caller.get(path)
      : caller.post(path, { data: body, headers: { origin: url() } }));
    expect(answer.ok(), path).toBe(true);
    return (await answer.json()) as Answer;
  };
  return asked;
}

/** The last expense of the running year, and a collecte: two pages need their ids. */
async function coopPages(): Promise<readonly string[]> {
  const ask = await callerOf(camille);
  const { collections } = await ask<{ collections: { id: string }[] }>(
    `/api/coops/${coop}/collections`,
  );
  const { entries } = await ask<{ entries: { id: string }[] }>(
    `/api/coops/${coop}/years/2026/entries`,
  );
  return [
    '',
    '/saisie?genre=depense',
    '/saisie?genre=recette',
    '/saisie?genre=virement',
    '/journal',
    `/ecritures/${entries[0]?.id}`,
    '/collectes',
    '/collectes/nouvelle',
    `/collectes/${collections[0]?.id}`,
    '/plateformes',
    '/banque',
    '/banque/comptes',
    '/fin-annee',
    '/mandats',
  ].map((path) => `/coops/${coop}${path}`);
}

async function headOfficePages(): Promise<readonly string[]> {
  const ask = await callerOf(helene);
  const { coops } = await ask<{ coops: { coopId: string; crfStatus: string }[] }>(
    '/api/departments/06/coops?year=2025',
  );
  const filed = coops.find(({ crfStatus }) => crfStatus === 'submitted');
  return ['/siege/06', '/siege/06/comptes', `/siege/06/crf/2025/${filed?.coopId}`];
}

async function quitusPage(): Promise<string> {
  const ask = await callerOf(camille);
  const invited = await ask<{ url: string }>(`/api/coops/${coop}/years/2025/quitus`, {
    id: ulid(),
    verifierName: 'Paul Giraud',
    quality: 'parent',
  });
  return new URL(invited.url).pathname;
}

/** What axe sees as a barrier on the page, and how far it goes past the edge of the screen. */
async function faultsOf(page: Page, where: string, theme: string): Promise<readonly string[]> {
  // One frame, and only what is wrong: three times as quick.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (
    theme === 'light' ? axe.withTags(rules) : axe.withRules(colourRules)
  ).analyze();
  const past = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [
    ...violations.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.html}`),
    ...(past > 0 ? [`${where}: scrolls sideways by ${past} px`] : []),
  ];
}

/** Opens each page once, then looks at it at both widths, and by night. */
async function look(paths: readonly string[], account?: string): Promise<readonly string[]> {
  const context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce' });
  if (account !== undefined)
    await context.request.post(`${url()}/local/sign-in`, { data: { account } });
  const page = await context.newPage();
  const faults: string[] = [];
  for (const path of paths) {
    await page.goto(url() + path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.getByText('Chargement…').first().waitFor({ state: 'detached' });
    for (const { width, colorScheme } of looks) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      faults.push(...(await faultsOf(page, `${path} ${width} ${colorScheme}`, colorScheme)));
    }
  }
  await context.close();
  return faults;
}

test('the pages of a cooperative hold no barrier and no sideways scroll for its mandataire', async () => {
  expect(await look(await coopPages(), camille)).toEqual([]);
}, 300_000);

test('a verifier reads the home and the end of the year without a barrier', async () => {
  expect(await look([`/coops/${coop}`, `/coops/${coop}/fin-annee`], paul)).toEqual([]);
});

test('the pages of the head office and of the federation hold none either', async () => {
  expect(await look(await headOfficePages(), helene)).toEqual([]);
  expect(await look(['/nation'], louise)).toEqual([]);
});

test('nor do those that ask for no session: sign-in, papers, quitus, gallery', async () => {
  expect(await look(['/connexion', '/verifier', await quitusPage(), '/local/gallery'])).toEqual([]);
});
