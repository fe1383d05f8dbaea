import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cfonbOf } from '#test/support/statements.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tirelire-statement-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the tool as a person does, without any build. */
const run = (path: string) =>
  new Promise<{ code: number; output: string }>((resolve) => {
    execFile('node', ['infra/tools/statement.ts', path], (error, output) => {
      resolve({ code: error === null ? 0 : Number(error.code), output });
    });
  });

async function fileOf(content: string): Promise<string> {
  const path = join(folder, 'releve.dat');
  await writeFile(path, content);
  return path;
}

const march = cfonbOf({
  from: '2026-03-01',
  to: '2026-03-15',
  openingCents: 100_000,
  operations: [{ date: '2026-03-02', cents: 28_650, label: 'REMISE CHEQUES', reference: 'R1' }],
});

test('prints what a file holds', { timeout: 30_000 }, async () => {
  const { code, output } = await run(await fileOf(march));
  expect(code).toBe(0);
  expect(JSON.parse(output)).toEqual({
    statements: [
      {
        account: '20041-01012-7654321B033',
        currency: 'EUR',
        kind: 'bank',
        openingCents: 100_000,
        closingCents: 128_650,
        lines: [
          {
            date: '2026-03-02',
            valueDate: '2026-03-02',
            amountCents: 28_650,
            label: 'REMISE CHEQUES',
            reference: 'R1',
          },
        ],
      },
    ],
  });
});

test('says in French why it refuses a file', { timeout: 30_000 }, async () => {
  const { code, output } = await run(await fileOf(march.slice(0, 200)));
  expect(code).toBe(1);
  expect(JSON.parse(output)).toMatchObject({
    error: { code: 'statement_truncated', message: expect.stringContaining('incomplet') },
  });
});

test('says that a file is missing', { timeout: 30_000 }, async () => {
  const { code, output } = await run(join(folder, 'absent.ofx'));
  expect(code).toBe(1);
  expect(JSON.parse(output)).toMatchObject({ error: { code: 'file_missing' } });
});
