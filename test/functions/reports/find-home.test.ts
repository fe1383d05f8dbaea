import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { findHomeEndpoint } from '#shared/contract/reports/home.ts';
import { saveDraftEndpoint } from '#shared/contract/ledger/save-draft.ts';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { saveDraft } from '#functions/ledger/save-draft.ts';
import { findHome } from '#functions/reports/find-home.ts';
import { addBankAccount } from '#functions/stores/bank-accounts.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { keepLine } from '#functions/stores/statements.ts';
import { commit } from '#functions/stores/table.ts';
import { callOf, newCoop, now as march } from '#test/support/calls.ts';
import { posted, simpleEntry } from '#test/support/entries.ts';
import { coopReadyToFile, september, submit } from './books.ts';

const home = async (scope: CoopScope, now = march) => {
  const params = { coopId: scope.coopId };
  const answer = await findHome(callOf(findHomeEndpoint, { scope, params, now }));
  if (!answer.ok) throw new Error(answer.rejection);
  return answer.value;
};

test('tells what there is and what just happened, the last written first', async () => {
  const scope = await newCoop();
  for (let count = 0; count < 9; count += 1) await posted(scope);
  expect(await home(scope)).toMatchObject({
    currentYearId: '2025',
    bankCents: -16_650,
    cashCents: 0,
    tasks: [],
    recent: Array.from({ length: 8 }, () => ({ kind: 'expense', amountCents: 1_850 })),
  });
});

test('tells the drafts and the bank account that has no statement', async () => {
  const scope = await newCoop();
  const [entryId, id] = [ulid(), ulid()];
  await commit(
    addBankAccount(scope, { id, label: 'Banque', accountRef: 'FR76', accountNumber: '512' }),
  );
  await saveDraft(
    callOf(saveDraftEndpoint, {
      scope,
      params: { coopId: scope.coopId, entryId },
      body: { version: 0, entry: simpleEntry() },
    }),
  );
  const { tasks, recent } = await home(scope);
  expect(tasks).toEqual([
    { kind: 'postDrafts', count: 1 },
    { kind: 'importStatement', count: 1, targetId: id },
  ]);
  expect(recent).toMatchObject([{ id: entryId, status: 'draft' }]);
});

test('asks nothing of an account that is closed, nor of a line that was set apart', async () => {
  const scope = await newCoop();
  const account = { label: 'Banque', accountRef: 'FR76' };
  const [old, id] = [ulid(), ulid()];
  await commit([
    ...addBankAccount(scope, {
      ...account,
      id: old,
      accountNumber: '514',
      closedOn: day('2026-03-01'),
    }),
    ...addBankAccount(scope, { ...account, id, accountNumber: '512' }),
    ...(['apart', undefined] as const).map((mark) =>
      keepLine(scope, id, {
        id: `2026-03-02.${mark ?? 'open'}.1`,
        fileSha256: 'f',
        format: 'ofx',
        date: day('2026-03-02'),
        amountCents: cents(-100),
        label: 'VIR',
        operation: 'transferOut',
        ...(mark && { mark }),
      }),
    ),
  ]);
  expect((await home(scope)).tasks).toEqual([
    { kind: 'matchLines', count: 1 },
    { kind: 'importStatement', count: 1, targetId: id },
  ]);
});

test('in September: file the CRF, open the new year; still shows what the old one holds', async () => {
  const scope = await coopReadyToFile();
  expect(await home(scope, september)).toMatchObject({
    currentYearId: '2026',
    cashCents: 5_000,
    tasks: [
      { kind: 'prepareCrf', dueOn: '2026-09-30', targetId: '2025' },
      { kind: 'openYear', targetId: '2026' },
    ],
  });
  await submit(scope);
  expect((await home(scope, september)).tasks).toMatchObject([{ kind: 'openYear' }]);
});

test('a cooperative that does not exist is not found', async () => {
  const scope = { ...(await newCoop()), pk: 'D#06#C#unknown' } as const;
  const params = { coopId: 'unknown' };
  expect(await findHome(callOf(findHomeEndpoint, { scope, params }))).toEqual({
    ok: false,
    rejection: 'not_found',
  });
});
