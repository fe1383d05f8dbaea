import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const folder = 'pictures/story';

/** Every rule of WCAG 2.2 AA, and the best practices. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What another theme may change. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** A person's browser: signed in through the identity provider's own page. */
export async function signIn(browser: Browser, url: string, name: string): Promise<Page> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(url);
  await page.getByRole('link', { name: 'Se connecter' }).click();
  await page.getByRole('button', { name: new RegExp(name, 'u') }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/oidc'));
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return page;
}

/** What axe sees as a barrier on the page, and how far it goes past the edge of the screen. */
export async function faultsOf(
  page: Page,
  where = page.url(),
  theme: 'light' | 'dark' = 'light',
): Promise<readonly string[]> {
  // One frame, and only what is wrong: three times as quick.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (
    theme === 'light' ? axe.withTags(rules) : axe.withRules(colourRules)
  ).analyze();
  const past = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [
    ...violations.map(
      ({ id, nodes }) => `${where}: ${id} ${nodes.map(({ html }) => html).join(' | ')}`,
    ),
    ...(past > 0 ? [`${where}: scrolls sideways by ${past} px`] : []),
  ];
}

/** Nothing is a barrier on the page as it is now. */
export async function expectNoBarrier(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
}

/** Keeps the page as it is now, wide and as on a phone, where it shows that: an ignored folder. */
export async function keepPicture(page: Page, name: string, shown?: Locator): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await shown?.evaluate((node) => node.scrollIntoView({ block: 'center' }));
  await page.screenshot({ path: `${folder}/${name}-1280.png` });
  await page.setViewportSize({ width: 360, height: 740 });
  await shown?.evaluate((node) => node.scrollIntoView({ block: 'center' }));
  await page.screenshot({ path: `${folder}/${name}-360.png` });
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** A download that a click starts, as bytes. */
export async function downloaded(page: Page, click: () => Promise<void>): Promise<Uint8Array> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  const stream = await download.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Calls the portal as the signed-in person of that browser. */
export async function asked<Answer>(context: BrowserContext, url: string): Promise<Answer> {
  const answer = await context.request.get(url);
  expect(answer.status()).toBe(200);
  return (await answer.json()) as Answer;
}
