import { expect, test } from 'vitest';
import { readFiledCrfEndpoint } from '#shared/contract/headoffice/follow-up.ts';
import { readFiledCrf } from '#functions/headoffice/read-filed-crf.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { findFiledCrf } from '#functions/stores/crf.ts';
import { findFiledCopy } from '#functions/stores/filed-crfs.ts';
import type { DepartmentScope } from '#functions/stores/scope.ts';
import { queryAll } from '#functions/stores/table.ts';
import { findYear } from '#functions/stores/years.ts';
import { callOf } from '#test/support/calls.ts';
import { posted } from '#test/support/entries.ts';
import { coopReadyToFile, find, submit } from '../reports/books.ts';
import { coopOf, decide, newAssociation } from './association.ts';

async function filedCoop() {
  const scope = await newAssociation();
  const coop = await coopReadyToFile(coopOf(scope));
  await submit(coop);
  return { scope, coop };
}

const read = (scope: DepartmentScope, coopId = 'coop-1') =>
  readFiledCrf(
    callOf(readFiledCrfEndpoint, {
      scope,
      params: { department: scope.department, yearId: '2025', coopId },
    }),
  );

const actsIn = async (pk: string) =>
  (await queryAll(pk, 'AUDIT#'))
    .map((item) => item['act'])
    .map(String)
    .filter((act) => act !== 'post-entry')
    .toSorted();

test('reads the very report that was filed, and its paper', async () => {
  const { scope, coop } = await filedCoop();
  const answer = await read(scope);
  const filed = await findFiledCrf(coop, '2025');
  expect(answer).toMatchObject({ value: { status: 'submitted', submittedBy: 'Camille Roux' } });
  if (!answer.ok) throw new Error(answer.rejection);
  expect(JSON.stringify(answer.value.snapshot)).toBe(filed?.snapshotText);
  const bytes = await (await fetch(answer.value.paperUrl)).arrayBuffer();
  expect(sha256Hex(new Uint8Array(bytes))).toBe(answer.value.paperSha256);
});

test('accepts: the year stays closed, and both sides know', async () => {
  const { scope, coop } = await filedCoop();
  expect(await decide(scope, coop.coopId, { decision: 'accept' })).toEqual({
    ok: true,
    value: { status: 'accepted' },
  });
  expect(await findYear(coop, '2025')).toMatchObject({ status: 'closed' });
  expect(await find(coop)).toMatchObject({ value: { status: 'accepted' } });
  expect(await findFiledCopy(scope, '2025', coop.coopId)).toEqual(await findFiledCrf(coop, '2025'));
});

test('returns with a reason: the year opens, can be put right, and is filed again', async () => {
  const { scope, coop } = await filedCoop();
  await decide(scope, coop.coopId, { decision: 'return', reason: 'Relevé manquant' });
  expect(await findYear(coop, '2025')).toMatchObject({ status: 'open' });
  expect(await find(coop)).toMatchObject({
    value: { status: 'returned', returnedReason: 'Relevé manquant' },
  });
  await posted(coop);
  expect(await submit(coop)).toMatchObject({ ok: true });
  const again = await findFiledCopy(scope, '2025', coop.coopId);
  expect(again).toMatchObject({ status: 'submitted', version: 3 });
  expect(again).not.toHaveProperty('returnedReason');
  expect(JSON.parse(again?.snapshotText ?? '')).toMatchObject({ entryCount: 3 });
});

test('is told in the books of both, and writes no entry', async () => {
  const { scope, coop } = await filedCoop();
  await decide(scope, coop.coopId, { decision: 'return', reason: 'Relevé manquant' });
  expect(await actsIn(coop.pk)).toEqual(['fill-crf', 'return-crf', 'submit-crf']);
  expect(await actsIn(scope.pk)).toEqual(['return-crf']);
  expect(await findYear(coop, '2025')).toMatchObject({ lastNumber: 2 });
});

test('answers a retry as at first, and decides once', async () => {
  const { scope, coop } = await filedCoop();
  const first = await decide(scope, coop.coopId, { decision: 'accept' });
  expect(await decide(scope, coop.coopId, { decision: 'accept' })).toEqual(first);
  expect(await findFiledCrf(coop, '2025')).toMatchObject({ version: 2 });
});

test('two decisions at once: one is made, the other is told so', async () => {
  const { scope, coop } = await filedCoop();
  const answers = await Promise.all([
    decide(scope, coop.coopId, { decision: 'accept' }),
    decide(scope, coop.coopId, { decision: 'return', reason: 'Relevé manquant' }),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const crf = await findFiledCrf(coop, '2025');
  const year = await findYear(coop, '2025');
  expect(year?.status).toBe(crf?.status === 'accepted' ? 'closed' : 'open');
});

test('rejects: reason_missing, crf_not_submitted', async () => {
  const { scope, coop } = await filedCoop();
  expect(await decide(scope, coop.coopId, { decision: 'return' })).toMatchObject({
    rejection: 'reason_missing',
  });
  await decide(scope, coop.coopId, { decision: 'accept' });
  expect(
    await decide(scope, coop.coopId, { decision: 'return', reason: 'Trop tard' }),
  ).toMatchObject({ rejection: 'crf_not_submitted' });
});

test('a CRF of another association is not found', async () => {
  const { coop } = await filedCoop();
  const other = await newAssociation();
  const notFound = { ok: false, rejection: 'not_found' };
  expect(await read(other, coop.coopId)).toEqual(notFound);
  expect(await decide(other, coop.coopId, { decision: 'accept' })).toEqual(notFound);
});
