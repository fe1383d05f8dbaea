import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { confirmMatchEndpoint, findLineEndpoint } from '#shared/contract/bank/matching.ts';
import { confirmMatch } from '#functions/bank/confirm-match.ts';
import { findLine } from '#functions/bank/find-line.ts';
import { findDepartment, keepDepartment } from '#functions/stores/coops.ts';
import { departmentScopeOf } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import { callOf } from '#test/support/calls.ts';
import { posted } from '#test/support/entries.ts';
import { cfonbOf } from '#test/support/statements.ts';
import { accountRef, importText, newBank, reconciliation, undo } from './bank-calls.ts';

type Bank = Awaited<ReturnType<typeof newBank>>;

/** Four direct debits of one creditor, a fee and one that names nobody we know. */
async function bankWithDebits(inDepartment?: string) {
  const bank = await newBank(accountRef, inDepartment);
  const debit = (date: string, label: string, code = '08') => ({ date, cents: -600, label, code });
  await importText(
    bank,
    cfonbOf({
      from: '2026-03-01',
      to: '2026-03-15',
      openingCents: 100_000,
      operations: [
        debit('2026-03-02', 'PRLV BAYARD 01'),
        debit('2026-03-03', 'PRLV BAYARD 02'),
        debit('2026-03-04', 'PRLV BAYARD 03'),
        debit('2026-03-05', 'PRLV BAYARD 04'),
        debit('2026-03-06', 'FRAIS TENUE DE COMPTE', '62'),
        debit('2026-03-07', 'PRLV MYSTERE'),
      ],
    }),
  );
  const { lines } = await reconciliation(bank);
  const idOf = (label: string) => lines.find((line) => line.label.startsWith(label))?.id ?? '';
  return { bank, idOf };
}

/** Writes the entry of a line, and says that it is it, at that minute. */
async function write(
  { scope, bankAccountId }: Bank,
  lineId: string,
  { minute, ...entry }: { readonly minute: number } & Readonly<Record<string, unknown>>,
) {
  const { id, number } = await posted(scope, {
    entryDate: '2026-03-10',
    paymentMeans: 'directDebit',
    splits: [{ accountNumber: '6180', amountCents: 600 }],
    ...entry,
  });
  const matchId = ulid();
  const confirmed = await confirmMatch(
    callOf(confirmMatchEndpoint, {
      scope,
      now: `2026-03-16T09:${minute}:00.000Z`,
      params: { coopId: scope.coopId, matchId },
      body: { bankAccountId, lineIds: [lineId], entryIds: [id] },
    }),
  );
  expect(confirmed).toMatchObject({ ok: true });
  return { id, number, matchId };
}

const lineOf = ({ scope, bankAccountId }: Bank, lineId: string) =>
  findLine(
    callOf(findLineEndpoint, {
      scope,
      params: { coopId: scope.coopId, bankAccountId, lineId },
    }),
  );

async function fillingOf(bank: Bank, lineId: string) {
  const found = await lineOf(bank, lineId);
  if (!found.ok) throw new Error(found.rejection);
  return findLineEndpoint.response.parse(found.value).filling;
}

test('fills as the last two lines like it were written, until one is written otherwise', async () => {
  const { bank, idOf } = await bankWithDebits();
  const written = { label: 'Abonnement', counterparty: 'Bayard' };
  const one = await write(bank, idOf('PRLV BAYARD 01'), { minute: 10, ...written });
  expect(await fillingOf(bank, idOf('PRLV BAYARD 04'))).toBeUndefined();
  const two = await write(bank, idOf('PRLV BAYARD 02'), { minute: 11, ...written });
  expect(await fillingOf(bank, idOf('PRLV BAYARD 04'))).toEqual({
    accountNumber: '6180',
    ...written,
    like: [one, two].map(({ id, number }) => ({ id, number })),
  });
  expect(await fillingOf(bank, idOf('PRLV MYSTERE'))).toBeUndefined();
  const splits = [{ accountNumber: '6070', amountCents: 600 }];
  const third = await write(bank, idOf('PRLV BAYARD 03'), { minute: 12, splits });
  expect(await fillingOf(bank, idOf('PRLV BAYARD 04'))).toBeUndefined();
  await undo(bank.scope, third.matchId);
  expect(await fillingOf(bank, idOf('PRLV BAYARD 04'))).toMatchObject({ accountNumber: '6180' });
});

test('fills by the label what nobody has written yet, as the association says first', async () => {
  const { bank, idOf } = await bankWithDebits('48');
  const fee = idOf('FRAIS');
  expect(await fillingOf(bank, fee)).toEqual({ accountNumber: '6278', like: [] });
  const inDepartment = departmentScopeOf(bank.scope.department);
  const department = await findDepartment(inDepartment);
  if (!department) throw new Error('no association');
  const ruled = (accountNumber: string) =>
    commit([
      keepDepartment(inDepartment, {
        ...department,
        starterRules: [{ way: 'out', words: ['frais'], accountNumber }],
      }),
    ]);
  await ruled('6500');
  expect(await fillingOf(bank, fee)).toEqual({ accountNumber: '6500', like: [] });
  await ruled('7610');
  expect(await fillingOf(bank, fee)).toBeUndefined();
});

test('knows no line of another account or cooperative', async () => {
  const { bank, idOf } = await bankWithDebits();
  const stranger = await newBank();
  const refused = { ok: false, rejection: 'not_found' };
  expect(await lineOf(stranger, idOf('FRAIS'))).toEqual(refused);
  expect(await lineOf({ ...bank, scope: stranger.scope }, idOf('FRAIS'))).toEqual(refused);
  expect(await lineOf(bank, '2026-03-07.absente.1')).toEqual(refused);
});
