import { expect, test } from 'vitest';
import { sha256Hex } from '#functions/platform/digest.ts';
import { getObject } from '#functions/gateways/object-store.ts';
import { findFiledCrf } from '#functions/stores/crf.ts';
import { findFiledCopy } from '#functions/stores/filed-crfs.ts';
import { listEntries, postedAmong } from '#functions/stores/entries.ts';
import { departmentScopeOf, type CoopScope } from '#functions/stores/scope.ts';
import { findYear } from '#functions/stores/years.ts';
import { newCoop } from '#test/support/calls.ts';
import { posted } from '#test/support/entries.ts';
import { coopReadyToFile, coopWithBooks, fill, find, submit } from './books.ts';

const copyOf = (scope: CoopScope) =>
  findFiledCopy(departmentScopeOf(scope.department), '2025', scope.coopId);

test('closes the year, freezes the report, and gives the head office the same copy', async () => {
  const scope = await coopReadyToFile();
  const before = await find(scope);
  const answer = await submit(scope);
  expect(answer).toMatchObject({ ok: true, value: { status: 'submitted' } });
  expect(await findYear(scope, '2025')).toMatchObject({ status: 'closed' });
  const filed = await findFiledCrf(scope, '2025');
  expect(await copyOf(scope)).toEqual(filed);
  expect(before.ok && JSON.stringify(before.value.snapshot)).toBe(filed?.snapshotText);
});

test('stores the paper before it files: its bytes have the digest that is kept', async () => {
  const scope = await coopReadyToFile();
  await submit(scope);
  const filed = await findFiledCrf(scope, '2025');
  const bytes = await getObject(filed?.paperKey ?? '');
  expect(bytes && sha256Hex(bytes)).toBe(filed?.paperSha256);
});

test('answers a retry as at first, and files once', async () => {
  const scope = await coopReadyToFile();
  const first = await submit(scope);
  expect(await submit(scope, '2026-09-16T09:00:00.000Z')).toEqual(first);
  expect(await findFiledCrf(scope, '2025')).toMatchObject({ version: 1 });
});

test('shows the frozen report byte for byte, whatever is written beside it later', async () => {
  const scope = await coopReadyToFile();
  await submit(scope);
  const filed = await findFiledCrf(scope, '2025');
  expect(await fill(scope, { cashCount: [] })).toEqual({
    ok: false,
    rejection: 'crf_already_submitted',
  });
  const shown = await find(scope);
  expect(shown).toMatchObject({ value: { status: 'submitted', paperSha256: filed?.paperSha256 } });
  expect(shown.ok && JSON.stringify(shown.value.snapshot)).toBe(filed?.snapshotText);
});

test('refuses while a control blocks, and writes nothing', async () => {
  const scope = await coopWithBooks();
  expect(await submit(scope)).toEqual({ ok: false, rejection: 'crf_controls_blocking' });
  expect(await findYear(scope, '2025')).toMatchObject({ status: 'open' });
  expect(await copyOf(scope)).toBeUndefined();
});

test('refuses before the last day of the year', async () => {
  const scope = await coopReadyToFile();
  expect(await submit(scope, '2026-08-30T20:00:00.000Z')).toMatchObject({
    rejection: 'crf_controls_blocking',
  });
});

test('a year that the cooperative does not have is not found', async () => {
  const scope = { ...(await newCoop()), pk: 'D#06#C#unknown' } as const;
  expect(await submit(scope)).toEqual({ ok: false, rejection: 'not_found' });
});

test('two filings at once make one, with one answer', async () => {
  const scope = await coopReadyToFile();
  const [one, other] = await Promise.all([submit(scope), submit(scope)]);
  expect(one).toEqual(other);
  expect(await findFiledCrf(scope, '2025')).toMatchObject({ version: 1 });
});

test('no entry enters the year once it is filed, and none is missing from what was', async () => {
  const scope = await coopReadyToFile();
  const spend = () => posted(scope).catch((error: unknown) => String(error));
  const [one, two, , three, four] = await Promise.all([
    spend(),
    spend(),
    submit(scope),
    spend(),
    spend(),
  ]);
  const accepted = [one, two, three, four].filter((answer) => typeof answer === 'object').length;
  const filed = await findFiledCrf(scope, '2025');
  expect(JSON.parse(filed?.snapshotText ?? '{}')).toMatchObject({ entryCount: 2 + accepted });
  expect(postedAmong(await listEntries(scope, '2025'))).toHaveLength(2 + accepted);
  expect(await spend()).toBe('Error: fiscal_year_closed');
});
