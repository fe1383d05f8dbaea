import type { Browser } from 'playwright-core';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { pastYearId, yearId } from './support/calendar.ts';
import { callerOf } from './support/caller.ts';
import { faultsOf } from './support/screen.ts';

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

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

/** What the demonstration must have for a page to be looked at. */
function needed<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new Error(`the demonstration has no ${name}`);
  return thing;
}

/** The last expense of the running year, and a collecte: two pages need their ids. */
async function coopPages(): Promise<readonly string[]> {
  const caller = await callerOf(url(), camille);
  const { collections } = await caller.get<{ collections: { id: string }[] }>(
    `/api/coops/${coop}/collections`,
  );
  const { entries } = await caller.get<{ entries: { id: string }[] }>(
    `/api/coops/${coop}/years/${yearId}/entries`,
  );
  return [
    '',
    '/saisie?genre=depense',
    '/saisie?genre=recette',
    '/saisie?genre=virement',
    '/journal',
    `/ecritures/${needed(entries[0], 'entry').id}`,
    '/collectes',
    '/collectes/nouvelle',
    `/collectes/${needed(collections[0], 'collecte').id}`,
    '/plateformes',
    '/banque',
    '/banque/comptes',
    '/fin-annee',
    '/mandats',
  ].map((path) => `/coops/${coop}${path}`);
}

async function headOfficePages(): Promise<readonly string[]> {
  const caller = await callerOf(url(), helene);
  const { coops } = await caller.get<{ coops: { coopId: string; crfStatus: string }[] }>(
    `/api/departments/06/coops?year=${pastYearId}`,
  );
  const filed = needed(
    coops.find(({ crfStatus }) => crfStatus === 'submitted'),
    'CRF that is filed',
  );
  return ['/siege/06', '/siege/06/comptes', `/siege/06/crf/${pastYearId}/${filed.coopId}`];
}

async function quitusPage(): Promise<string> {
  const caller = await callerOf(url(), camille);
  const invited = await caller.post<{ url: string }>(
    `/api/coops/${coop}/years/${pastYearId}/quitus`,
    {
      id: ulid(),
      verifierName: 'Paul Giraud',
      quality: 'parent',
    },
  );
  return new URL(invited.url).pathname;
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
    if ((await page.getByText('Page introuvable').count()) > 0) faults.push(`${path}: not found`);
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
