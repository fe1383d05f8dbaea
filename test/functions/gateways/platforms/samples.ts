import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = '../shared/samples/webhooks';

/** Whether the recorded answers of real platforms are on this machine. */
export const hasSamples = existsSync(folder);

if (!hasSamples) console.warn(`skipped: ${folder} is not there`);

export const sample = (path: string): unknown =>
  JSON.parse(readFileSync(join(folder, path), 'utf8'));
