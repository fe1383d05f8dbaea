import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';

/** The demonstration's mandate holder, treasurer of the head office, and federation. */
const accounts = {
  mandateHolder: 'camille.roux@oliviers.example',
  headOffice: 'helene.fabre@occe06.example',
  nation: 'louise.martin@federation.example',
} as const;

type AccountName = keyof typeof accounts;

/** A page to draw: its file name, its address, who looks; `readme` is its width in the README. */
interface Subject {
  readonly name: string;
  readonly path: string;
  readonly account?: AccountName;
  readonly readme?: (typeof widths)[number];
}

const widths = [360, 1280] as const;
const themes = ['light', 'dark'] as const;

const inCoop = (coopId: string): readonly Subject[] =>
  [
    { name: 'accueil', path: '', readme: 1280 as const },
    { name: 'saisie', path: '/saisie', readme: 360 as const },
    { name: 'journal', path: '/journal' },
    { name: 'collectes', path: '/collectes' },
    { name: 'collecte-nouvelle', path: '/collectes/nouvelle' },
    { name: 'plateformes', path: '/plateformes' },
    { name: 'banque', path: '/banque' },
    { name: 'fin-annee', path: '/fin-annee' },
    { name: 'mandats', path: '/mandats' },
  ].map((subject) => ({
    ...subject,
    path: `/coops/${coopId}${subject.path}`,
    account: 'mandateHolder',
  }));

const subjectsOf = (coopId: string): readonly Subject[] => [
  { name: 'connexion', path: '/connexion' },
  { name: 'galerie', path: '/local/gallery' },
  ...inCoop(coopId),
  { name: 'siege', path: '/siege/06', account: 'headOffice', readme: 1280 },
  { name: 'nation', path: '/nation', account: 'nation' },
];

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** A portal of its own with the demonstration's data, gone afterwards. */
async function startPortal(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'tirelire-pictures-'));
  const port = await freePort();
  const portal = spawn(process.execPath, ['infra/local/server.ts'], {
    env: { ...process.env, PORT: String(port), LOCAL_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await ready(portal);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      portal.kill('SIGTERM');
      await new Promise((done) => portal.once('exit', done));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const ready = (portal: ChildProcess): Promise<void> =>
  new Promise((done, fail) => {
    portal.once('exit', () => fail(new Error('the portal did not start')));
    portal.stdout?.on('data', (text: Buffer) => text.includes('Tirelire:') && done());
  });

/** Signed in on this machine, by the door that only exists there. */
async function signedIn(context: BrowserContext, url: string, account: AccountName | undefined) {
  if (account === undefined) return;
  const answer = await context.request.post(`${url}/local/sign-in`, {
    data: { account: accounts[account] },
  });
  if (!answer.ok()) throw new Error(`cannot sign in as ${account}: ${answer.status()}`);
}

async function coopIdOf(url: string): Promise<string> {
  const answer = await fetch(`${url}/local/demo`);
  const demo: unknown = await answer.json();
  const found = /"mail":"camille[^}]*"coopId":"([^"]+)"/u.exec(JSON.stringify(demo))?.[1];
  if (found === undefined) throw new Error('the demonstration has no cooperative');
  return found;
}

interface Shot {
  readonly url: string;
  readonly subject: Subject;
  readonly width: number;
  readonly theme: 'light' | 'dark';
  readonly folder: string;
  /** What a screen shows, instead of the whole page. */
  readonly screenOnly: boolean;
}

async function draw(browser: Browser, shot: Shot): Promise<void> {
  const { url, subject, width, theme, folder, screenOnly } = shot;
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 740 : 860 },
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  });
  try {
    await signedIn(context, url, subject.account);
    const page = await context.newPage();
    await page.goto(url + subject.path, { waitUntil: 'networkidle' });
    await page.getByText('Chargement…').first().waitFor({ state: 'detached' });
    const path = join(folder, `${subject.name}-${width}-${theme}.png`);
    await page.screenshot({ path, fullPage: !screenOnly });
    process.stdout.write(`${path}\n`);
  } finally {
    await context.close();
  }
}

const options = process.argv.slice(2);
const forReadme = options.includes('--readme');
const only = options.filter((option) => !option.startsWith('--'));
const folder = forReadme ? 'docs/pictures' : 'pictures';
await mkdir(folder, { recursive: true });

const running = process.env['PORTAL_URL'];
const portal = running === undefined ? await startPortal() : undefined;
const url = running ?? portal?.url ?? '';
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
try {
  const wanted = subjectsOf(await coopIdOf(url)).filter(
    ({ name, readme }) =>
      (!forReadme || readme !== undefined) && (only.length === 0 || only.includes(name)),
  );
  for (const subject of wanted)
    for (const width of widths.filter((each) => !forReadme || each === subject.readme))
      for (const theme of forReadme ? (['light'] as const) : themes)
        await draw(browser, { url, subject, width, theme, folder, screenOnly: forReadme });
} finally {
  await browser.close();
  await portal?.stop();
}
