import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openYearEndpoint } from '#shared/contract/ledger/open-year.ts';
import { newFiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { cents } from '#shared/domain/money.ts';
import { openYear as openYearOf } from '#functions/ledger/open-year.ts';
import { handler } from '#functions/payments/worker.ts';
import { listEntries, postedAmong } from '#functions/stores/entries.ts';
import { coopKeys } from '#functions/stores/keys.ts';
import { commit, getItem } from '#functions/stores/table.ts';
import { closeYear, findYear, openYear } from '#functions/stores/years.ts';
import { callOf } from '#test/support/calls.ts';
import { payoutPaid } from '#test/support/messages.ts';
import { coopWith, recordOf, startPlatform, statusOf, tell } from '#test/support/platform.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

test('a year that is only half opened takes nothing before its opening entry', async () => {
  const { scope, token, charges } = await coopWith();
  await commit([closeYear(scope, (await findYear(scope, '2025'))!)]);
  const payout = payoutPaid('jp_1', charges);
  await tell(scope, token, payout);
  const year = { ...newFiscalYear('2026'), isOpening: true };
  await commit([openYear(scope, year)]);
  await handler({ Records: [recordOf((await getItem(coopKeys.year(scope, '2026')))!)] });
  expect(await listEntries(scope, '2026')).toEqual([]);

  const now = '2026-09-15T09:00:00.000Z';
  const body = { id: ulid(), bankCents: cents(100), postalCents: cents(0), cashCents: cents(0) };
  const params = { coopId: scope.coopId, yearId: '2026' };
  const opened = await openYearOf(callOf(openYearEndpoint, { scope, params, body, now }));
  expect(opened.ok).toBe(true);
  const record = recordOf((await getItem(coopKeys.year(scope, '2026')))!);
  await handler({ Records: [{ ...record, eventName: 'MODIFY' }] });
  const posted = postedAmong(await listEntries(scope, '2026'));
  expect(posted.map(({ number, kind }) => `${number} ${kind}`).toSorted()).toEqual([
    '1 opening',
    '2 payout',
  ]);
  expect(await statusOf(scope, payout)).toBe('done');
});
