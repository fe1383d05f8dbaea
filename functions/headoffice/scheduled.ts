import { log } from '#functions/platform/log.ts';
import { startNightlyExports } from './start-nightly-exports.ts';

/** Started every night: the export of every association. */
export async function handler(): Promise<void> {
  const departments = await startNightlyExports(new Date().toISOString());
  log.info('nightly exports started', { departments });
}
