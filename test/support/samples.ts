import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = '../shared/samples';

/**
 * The reference samples beside the project; undefined, said aloud, where they are not there. They
 * are read, never copied.
 */
export function samplesIn(path: string): readonly string[] | undefined {
  const full = join(folder, path);
  if (existsSync(full)) return readdirSync(full).filter((name) => name.endsWith('.json'));
  console.warn(`skipped: no reference samples in ${full}`);
  return undefined;
}

export const readSample = (path: string): unknown =>
  JSON.parse(readFileSync(join(folder, path), 'utf8'));
