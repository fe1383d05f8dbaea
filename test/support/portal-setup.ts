import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#infra/local/dynamodb.ts';
import { startServer } from './portal.ts';

/**
 * The whole portal, with its demonstration, for the journeys; built before by `npm test`. Its first
 * load is kept aside as it was at its stop: a journey that wants a portal of its own starts there.
 */
export async function setup(): Promise<() => Promise<void>> {
  const root = await mkdtemp(join(tmpdir(), 'tirelire-portal-'));
  const asLoaded = join(root, 'as-loaded');
  const loading = await startServer(await freePort(), asLoaded);
  await loading.stop();
  const own = join(root, 'own');
  await cp(asLoaded, own, { recursive: true });
  const portal = await startServer(await freePort(), own);
  process.env['PORTAL_URL'] = portal.url;
  process.env['PORTAL_AS_LOADED'] = asLoaded;
  return async () => {
    await portal.stop();
    await rm(root, { recursive: true, force: true });
  };
}
