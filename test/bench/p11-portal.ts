import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { freePort } from '#infra/local/dynamodb.ts';
import { webSite } from '#infra/local/web.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { median, textOf } from './ratio.ts';

const folder = 'dist/web';
const gzipKb = (paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length, 0) / 1000;

/** What the first page asks for before anything is clicked, by its document. */
function initialSizes(): { readonly scriptKb: number; readonly styleKb: number } {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const paths = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, path = '']) => path);
  return {
    scriptKb: gzipKb(
      paths(/<(?:script type="module"|link rel="modulepreload")[^>]+="(\/[^"]+\.js)"/gu),
    ),
    styleKb: gzipKb(paths(/<link rel="stylesheet"[^>]+="(\/[^"]+\.css)"/gu)),
  };
}

/** The floor: the same words and the same style sheets in a page without a script. */
const floorPage = (words: string): string => {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const styles = [...html.matchAll(/<link rel="stylesheet"[^>]+>/gu)]
    .map(([link]) => link)
    .join('');
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Tirelire</title>${styles}</head><body><main><h1>Tirelire</h1><p>${words}</p></main></body></html>`;
};

interface Paint {
  readonly lcpMs: number;
  readonly shift: number;
  readonly blockedMs: number;
}

/** A first visit on a slow line (1.6 Mbit/s, 150 ms) with a processor four times slower. */
async function firstVisit(browser: Browser, url: string): Promise<Paint> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 93_750,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(url, { waitUntil: 'networkidle' });
  const paint = await paintOf(page);
  await context.close();
  return paint;
}

const paintOf = (page: Page): Promise<Paint> =>
  page.evaluate(async () => {
    const seen = (type: string): Promise<PerformanceEntry[]> =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries())).observe({
          type,
          buffered: true,
        });
        setTimeout(() => resolve([]), 500);
      });
    const [largest, shifts, tasks] = await Promise.all(
      ['largest-contentful-paint', 'layout-shift', 'longtask'].map(seen),
    );
    return {
      lcpMs: largest?.at(-1)?.startTime ?? Number.NaN,
      shift: (shifts ?? []).reduce(
        (sum, entry) => sum + ('value' in entry ? Number(entry.value) : 0),
        0,
      ),
      blockedMs: (tasks ?? []).reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
    };
  });

const visits = 5;

async function serve(): Promise<{ readonly server: Server; readonly url: string }> {
  const site = webSite(folder);
  const port = await freePort();
  const server = createServer((request, response) => {
    if (request.url === '/floor') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(
        floorPage('La comptabilité de votre coopérative scolaire, sans débit ni crédit.'),
      );
    } else if (request.url?.startsWith('/api')) response.writeHead(401).end('{}');
    else void site(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${port}` };
}

/** P11: what a first visit of the portal weighs and how it paints, against the floor page. */
export async function portalFirstVisit(): Promise<void> {
  const { scriptKb, styleKb } = initialSizes();
  console.log(
    `P11 initial JS ${scriptKb.toFixed(1)} KB gzip (goal ≤ 60), CSS ${styleKb.toFixed(1)} KB (goal ≤ 20)`,
  );
  const { server, url } = await serve();
  const browser = await launchBrowser();
  try {
    for (const path of ['/connexion', '/']) await compare(browser, url, path);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

/** Interleaved pairs, so that a busy moment of the machine slows both. */
async function compare(browser: Browser, url: string, path: string): Promise<void> {
  const portal: Paint[] = [];
  const floor: Paint[] = [];
  for (let visit = 0; visit < visits; visit += 1) {
    portal.push(await firstVisit(browser, url + path));
    floor.push(await firstVisit(browser, `${url}/floor`));
  }
  const lcp = (paints: readonly Paint[]) => paints.map(({ lcpMs }) => lcpMs);
  const floorLcp = lcp(floor);
  const ratios = lcp(portal).map((lcpMs, index) => lcpMs / (floorLcp[index] ?? Number.NaN));
  console.log(
    `P11 ${path}, slow line and CPU ×4, medians of ${visits} first visits: ` +
      `LCP ${median(lcp(portal)).toFixed(0)} ms / floor page ${median(floorLcp).toFixed(0)} ms ` +
      `= ${textOf(ratios)} (goal ≤ 1.8), ` +
      `CLS ${Math.max(...portal.map(({ shift }) => shift)).toFixed(3)} (goal 0), ` +
      `TBT ${median(portal.map(({ blockedMs }) => blockedMs)).toFixed(0)} ms (goal ≤ 100)`,
  );
}
