import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '#infra/local/dynamodb.ts';
import { startServer } from '#test/support/portal.ts';
import { demonstrationFolder } from './support/portal-process.ts';

let folder = '';

beforeAll(async () => {
  folder = await demonstrationFolder();
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Whether a DynamoDB Local still runs on the folder of this test. */
const databaseRuns = (): boolean =>
  execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .split('\n')
    .some((line) => line.includes('DynamoDBLocal.jar') && line.includes(folder));

async function untilDatabaseEnds(): Promise<boolean> {
  for (let waits = 0; databaseRuns() && waits < 100; waits += 1) await sleep(100);
  return !databaseRuns();
}

async function cookieOf(url: string): Promise<string> {
  const response = await fetch(`${url}/local/sign-in`, {
    method: 'POST',
    body: JSON.stringify({ account: 'camille.roux@oliviers.example' }),
  });
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

test('keeps everything through kill -9, and leaves no process behind', async () => {
  const port = await freePort();
  const first = await startServer(port, folder);
  const cookie = await cookieOf(first.url);
  await first.stop('SIGKILL');
  expect(await untilDatabaseEnds()).toBe(true);

  const second = await startServer(port, folder);
  const me = await fetch(`${second.url}/api/me`, { headers: { cookie } });
  expect(await me.json()).toMatchObject({ name: 'Camille Roux' });
  await expect(startServer(port, join(folder, 'other'))).rejects.toThrow(
    `Le port ${port} est déjà utilisé`,
  );
  expect(await second.stop('SIGTERM')).toBe(0);
  expect(await untilDatabaseEnds()).toBe(true);
});
