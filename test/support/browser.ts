import { existsSync } from 'node:fs';
import chromiumForServers from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

/** A headless Chromium: the one of the machine, else the one that npm brought. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath =
    installed.find((path) => existsSync(path)) ?? (await chromiumForServers.executablePath());
  return chromium.launch({ executablePath, headless: true, args: flags });
}
