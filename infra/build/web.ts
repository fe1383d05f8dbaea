import { existsSync } from 'node:fs';
import { build } from 'vite';

const configFile = 'vite.config.ts';

/** Builds the site into `dist/web`. */
export async function buildWeb(): Promise<void> {
  if (existsSync(configFile)) await build({ configFile, logLevel: 'warn' });
}
