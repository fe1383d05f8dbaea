import { expect, test } from 'vitest';
import { printCrfEndpoint } from '#shared/contract/reports/crf.ts';
import { printCrf } from '#functions/reports/print-crf.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { findFiledCrf } from '#functions/stores/crf.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { callOf } from '#test/support/calls.ts';
import { coopReadyToFile, september, submit } from './books.ts';

async function printed(scope: CoopScope) {
  const params = { coopId: scope.coopId, yearId: '2025' };
  const answer = await printCrf(callOf(printCrfEndpoint, { scope, params, now: september }));
  if (!answer.ok) throw new Error(answer.rejection);
  const bytes = new Uint8Array(await (await fetch(answer.value.url)).arrayBuffer());
  return { ...answer.value, bytes };
}

test('the link gives a PDF with the digest that is told', async () => {
  const { bytes, sha256 } = await printed(await coopReadyToFile());
  expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe('%PDF-');
  expect(sha256Hex(bytes)).toBe(sha256);
});

test('once filed, the link gives the sealed paper', async () => {
  const scope = await coopReadyToFile();
  await submit(scope);
  const { bytes } = await printed(scope);
  expect(sha256Hex(bytes)).toBe((await findFiledCrf(scope, '2025'))?.paperSha256);
});

test('a year that the cooperative does not have is not found', async () => {
  const scope = await coopReadyToFile();
  const params = { coopId: scope.coopId, yearId: '2019' };
  expect(await printCrf(callOf(printCrfEndpoint, { scope, params }))).toEqual({
    ok: false,
    rejection: 'not_found',
  });
});
