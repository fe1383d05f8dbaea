import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { reverseEntryEndpoint } from '#shared/contract/ledger/reverse-entry.ts';
import { reverseEntry } from '#functions/ledger/reverse-entry.ts';
import { findEntry } from '#functions/stores/entries.ts';
import { findStatementLine } from '#functions/stores/statements.ts';
import { callOf } from '#test/support/calls.ts';
import { cfonbOf, type Operation } from '#test/support/statements.ts';
import { confirm, importText, newBank, postCheque, reconciliation, undo } from './bank-calls.ts';

const cheque: Operation = {
  date: '2026-03-12',
  cents: -4_520,
  label: 'CHEQUE 6557005',
  code: '01',
  number: '6557005',
};
const fee: Operation = { date: '2026-03-14', cents: -600, label: 'FRAIS', code: '62' };

/** A bank with a cheque on the statement and in the books, not yet matched. */
async function bankWithCheque(operations: readonly Operation[] = [cheque]) {
  const bank = await newBank();
  const entryId = await postCheque(bank.scope, 4_520);
  await importText(
    bank,
    cfonbOf({ from: '2026-03-01', to: '2026-03-15', openingCents: 100_000, operations }),
  );
  const { lines } = await reconciliation(bank);
  const lineId = lines.find(({ amountCents }) => amountCents === -4_520)?.id ?? '';
  return { bank, entryId, lineId };
}

test('proposes the cheque by its number, and waits for somebody to confirm it', async () => {
  const { bank, entryId, lineId } = await bankWithCheque();
  expect(await reconciliation(bank)).toMatchObject({
    proposals: [{ lineIds: [lineId], entryIds: [entryId], automatic: true }],
    waitingEntries: [{ id: entryId, amountCents: -4_520, chequeNumber: '6557005' }],
    matches: [],
    identity: {
      statementCents: 95_480,
      statementOn: '2026-03-15',
      notYetDebitedCents: 4_520,
      notInBooksCents: -4_520,
      ledgerCents: 95_480,
      gapCents: 0,
    },
  });
});

test('takes line and entry together, and the gap stays where it was', async () => {
  const { bank, entryId, lineId } = await bankWithCheque([cheque, fee]);
  const matchId = ulid();
  expect(await confirm(bank, lineId, entryId, matchId)).toMatchObject({
    ok: true,
    value: { id: matchId, lineIds: [lineId], entryIds: [entryId] },
  });
  expect(await reconciliation(bank)).toMatchObject({
    proposals: [],
    waitingEntries: [],
    matches: [{ id: matchId, lineIds: [lineId], entryIds: [entryId] }],
    identity: { notYetDebitedCents: 0, notInBooksCents: -600, gapCents: 0 },
  });
  expect(await findEntry(bank.scope, entryId)).toMatchObject({ bankMatchId: matchId });
});

test('answers an exact retry as at first', async () => {
  const { bank, entryId, lineId } = await bankWithCheque();
  const matchId = ulid();
  const first = await confirm(bank, lineId, entryId, matchId);
  expect(await confirm(bank, lineId, entryId, matchId)).toEqual(first);
});

test('rejects: match_id_reused, for another entry under the same id', async () => {
  const { bank, entryId, lineId } = await bankWithCheque();
  const matchId = ulid();
  await confirm(bank, lineId, entryId, matchId);
  const other = await postCheque(bank.scope, 4_520, '6557006');
  expect(await confirm(bank, lineId, other, matchId)).toEqual({
    ok: false,
    rejection: 'match_id_reused',
  });
});

test('lets one of two confirmations of a line win', async () => {
  const { bank, entryId, lineId } = await bankWithCheque();
  const other = await postCheque(bank.scope, 4_520, '6557006');
  const answers = await Promise.all([entryId, other].map((id) => confirm(bank, lineId, id)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ rejection: 'line_already_matched' });
});

test('lets one of two lines take an entry', async () => {
  const { bank, entryId } = await bankWithCheque([cheque, { ...cheque, date: '2026-03-13' }]);
  const { lines } = await reconciliation(bank);
  const answers = await Promise.all(lines.map(({ id }) => confirm(bank, id, entryId)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ rejection: 'entry_already_matched' });
});

test('rejects: amounts_differ, at one cent', async () => {
  const { bank, lineId } = await bankWithCheque();
  const other = await postCheque(bank.scope, 4_521, '6557006');
  expect(await confirm(bank, lineId, other)).toMatchObject({ rejection: 'amounts_differ' });
});

test('rejects: line_unknown', async () => {
  const { bank, entryId } = await bankWithCheque();
  expect(await confirm(bank, '2026-03-12.absente.1', entryId)).toMatchObject({
    rejection: 'line_unknown',
  });
});

test('knows neither the account nor the entry of another cooperative', async () => {
  const { bank, entryId, lineId } = await bankWithCheque();
  const stranger = await bankWithCheque();
  expect(await confirm(stranger.bank, stranger.lineId, entryId)).toEqual({
    ok: false,
    rejection: 'not_found',
  });
  expect(
    await confirm({ ...stranger.bank, bankAccountId: bank.bankAccountId }, lineId, entryId),
  ).toEqual({ ok: false, rejection: 'not_found' });
  expect(await undo(stranger.bank.scope, ulid())).toEqual({ ok: true, value: { undone: false } });
});

const reverse = (scope: Parameters<typeof postCheque>[0], entryId: string) =>
  reverseEntry(
    callOf(reverseEntryEndpoint, {
      scope,
      params: { coopId: scope.coopId, entryId },
      body: reverseEntryEndpoint.request.parse({
        reversalId: ulid(),
        on: '2026-03-14',
        reason: 'Saisie deux fois',
      }),
    }),
  );

test('matches no reversed entry, and neither it nor its reversal waits', async () => {
  const { bank, entryId, lineId } = await bankWithCheque();
  expect(await reverse(bank.scope, entryId)).toMatchObject({ ok: true });
  expect(await confirm(bank, lineId, entryId)).toMatchObject({ rejection: 'entry_not_matchable' });
  expect(await reconciliation(bank)).toMatchObject({
    waitingEntries: [],
    proposals: [],
    identity: { ledgerCents: 100_000, notInBooksCents: -4_520, gapCents: 0 },
  });
});

test('frees all three when it is undone, once', async () => {
  const { bank, entryId, lineId } = await bankWithCheque();
  const matchId = ulid();
  await confirm(bank, lineId, entryId, matchId);
  expect(await reverse(bank.scope, entryId)).toMatchObject({ rejection: 'entry_matched' });
  const answers = await Promise.all([undo(bank.scope, matchId), undo(bank.scope, matchId)]);
  expect(answers.map((answer) => answer.ok && answer.value.undone).toSorted()).toEqual([
    false,
    true,
  ]);
  expect((await findEntry(bank.scope, entryId)) ?? {}).not.toHaveProperty('bankMatchId');
  const line = await findStatementLine(bank.scope, bank.bankAccountId, lineId);
  expect(line?.matchId).toBeUndefined();
  expect(await confirm(bank, lineId, entryId)).toMatchObject({ ok: true });
});

test('gives a match to one of two people who confirm and undo at once, never half of it', async () => {
  const { bank, entryId, lineId } = await bankWithCheque();
  const matchId = ulid();
  await confirm(bank, lineId, entryId, matchId);
  await Promise.all([undo(bank.scope, matchId), confirm(bank, lineId, entryId)]);
  const { lines, waitingEntries, matches, identity } = await reconciliation(bank);
  expect(waitingEntries).toHaveLength(1 - matches.length);
  expect(lines[0]?.matchId).toBe(matches[0]?.id);
  expect(identity.gapCents).toBe(0);
});
