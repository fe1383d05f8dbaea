import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#infra/local/dynamodb.ts';
import { startServer } from './portal.ts';

/** The whole portal, with its demonstration, for the journeys; built before by `npm test`. */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'tirelire-portal-'));
  const portal = await startServer(await freePort(), folder);
  process.env['PORTAL_URL'] = portal.url;
  return async () => {
    await portal.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
