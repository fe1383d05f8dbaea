import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { listMatchHistoryEndpoint, markLineEndpoint } from '#shared/contract/bank/matching.ts';
import { day } from '#shared/domain/dates.ts';
import { listMatchHistory } from '#functions/bank/list-match-history.ts';
import { markLine } from '#functions/bank/mark-line.ts';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import { findEntry } from '#functions/stores/entries.ts';
import { callOf } from '#test/support/calls.ts';
import { cfonbOf, type Operation } from '#test/support/statements.ts';
import {
  automatically,
  confirm,
  confirmAll,
  importText,
  newBank,
  postCheque,
  reconciliation,
  undo,
  undoBatch,
} from './bank-calls.ts';

const paid = (date: string, cents: number, label: string, number?: string): Operation => ({
  date,
  cents: -cents,
  label,
  code: '01',
  ...(number !== undefined && { number }),
});

/** A bank whose statement has these lines, with its line ids by label. */
async function bankWith(...operations: readonly Operation[]) {
  const bank = await newBank();
  await importText(
    bank,
    cfonbOf({ from: '2026-03-01', to: '2026-03-31', openingCents: 100_000, operations }),
  );
  const { lines } = await reconciliation(bank);
  const lineId = (label: string) => lines.find((line) => line.label.startsWith(label))?.id ?? '';
  return { bank, lineId };
}

type Bank = Awaited<ReturnType<typeof bankWith>>['bank'];

const mark = (
  { scope, bankAccountId }: Bank,
  lineId: string,
  body: { mark: 'toExplain' | 'apart' | 'ordinary'; note?: string },
) =>
  runAgainIfStale(() =>
    markLine(
      callOf(markLineEndpoint, {
        scope,
        params: { coopId: scope.coopId, bankAccountId, lineId },
        body: markLineEndpoint.request.parse(body),
      }),
    ),
  );

const history = async ({ scope, bankAccountId }: Bank) => {
  const found = await listMatchHistory(
    callOf(listMatchHistoryEndpoint, { scope, params: { coopId: scope.coopId, bankAccountId } }),
  );
  if (!found.ok) throw new Error(found.rejection);
  return listMatchHistoryEndpoint.response.parse(found.value).acts;
};

test('INV-61: one line is several entries of its amount in all, to the cent', async () => {
  const { bank, lineId } = await bankWith(paid('2026-03-12', 7_000, 'LIBRAIRIE'));
  const entries = [
    await postCheque(bank.scope, 4_000, '1'),
    await postCheque(bank.scope, 3_000, '2'),
  ];
  const other = await postCheque(bank.scope, 2_999, '3');
  expect(await confirmAll(bank, [lineId('LIBRAIRIE')], [entries[0] ?? '', other])).toMatchObject({
    rejection: 'amounts_differ',
  });
  const matchId = ulid();
  expect(await confirmAll(bank, [lineId('LIBRAIRIE')], entries, matchId)).toMatchObject({
    ok: true,
    value: { entryIds: entries },
  });
  for (const id of entries)
    expect(await findEntry(bank.scope, id)).toMatchObject({ bankMatchId: matchId });
  expect(await reconciliation(bank)).toMatchObject({
    waitingEntries: [{ id: other }],
    identity: { notInBooksCents: 0, gapCents: 0 },
  });
});

test('INV-61: several lines are one entry', async () => {
  const { bank, lineId } = await bankWith(
    paid('2026-03-12', 5_000, 'ACOMPTE'),
    paid('2026-03-20', 2_000, 'SOLDE'),
  );
  const entryId = await postCheque(bank.scope, 7_000);
  const lines = [lineId('ACOMPTE'), lineId('SOLDE')];
  expect(await confirmAll(bank, lines, [entryId])).toMatchObject({ ok: true });
  expect(await reconciliation(bank)).toMatchObject({ identity: { gapCents: 0 } });
  expect(await reconciliation(bank, day('2026-03-15'))).toMatchObject({
    lines: [{ label: 'ACOMPTE' }],
    waitingEntries: [{ id: entryId }],
    identity: { notYetDebitedCents: 7_000, notInBooksCents: -5_000, gapCents: 0 },
  });
});

test('INV-61: of two people who share out the same lines at once, one is told', async () => {
  const { bank, lineId } = await bankWith(
    paid('2026-03-12', 5_000, 'ACOMPTE'),
    paid('2026-03-20', 2_000, 'SOLDE'),
  );
  const whole = await postCheque(bank.scope, 7_000, '1');
  const part = await postCheque(bank.scope, 2_000, '2');
  const answers = await Promise.all([
    confirmAll(bank, [lineId('ACOMPTE'), lineId('SOLDE')], [whole]),
    confirmAll(bank, [lineId('SOLDE')], [part]),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ rejection: 'line_already_matched' });
  const { lines, matches, identity } = await reconciliation(bank);
  expect(matches).toHaveLength(1);
  for (const { id, matchId } of lines)
    expect(matchId !== undefined).toBe(matches[0]?.lineIds.includes(id));
  expect(identity.gapCents).toBe(0);
});

test('undoing a match of several frees all of them, and leaves its trace', async () => {
  const { bank, lineId } = await bankWith(paid('2026-03-12', 7_000, 'LIBRAIRIE'));
  const before = await reconciliation(bank);
  const entries = [
    await postCheque(bank.scope, 4_000, '1'),
    await postCheque(bank.scope, 3_000, '2'),
  ];
  const matchId = ulid();
  await confirmAll(bank, [lineId('LIBRAIRIE')], entries, matchId);
  expect(await undo(bank.scope, matchId)).toMatchObject({ value: { undone: true } });
  const after = await reconciliation(bank);
  expect(after.lines).toEqual(before.lines);
  expect(after.waitingEntries.map(({ id }) => id)).toEqual(entries);
  expect(await history(bank)).toMatchObject([
    { act: 'undone', matchId, entryIds: entries },
    { act: 'made', matchId, lines: [{ amountCents: -7_000 }] },
  ]);
});

test('what is safe is matched without a look, and taken back at once', async () => {
  const { bank } = await bankWith(
    paid('2026-03-12', 4_520, 'CHEQUE 6557005', '6557005'),
    paid('2026-03-14', 3_000, 'CHEQUE 6557006', '6557006'),
    paid('2026-03-15', 900, 'FRAIS'),
  );
  await postCheque(bank.scope, 4_520, '6557005');
  await postCheque(bank.scope, 3_000, '6557006');
  const before = await reconciliation(bank);
  const batchId = ulid();
  const first = await automatically(bank, batchId);
  expect(first).toMatchObject({ value: { matches: [{ automatic: { batchId } }, {}] } });
  expect(await automatically(bank, batchId)).toEqual(first);
  expect(await reconciliation(bank)).toMatchObject({
    waitingEntries: [],
    identity: { notInBooksCents: -900, gapCents: 0 },
  });
  expect(await undoBatch(bank, batchId)).toMatchObject({ value: { undoneCount: 2 } });
  expect(await undoBatch(bank, batchId)).toMatchObject({ value: { undoneCount: 0 } });
  expect(await reconciliation(bank)).toEqual(before);
});

test('two people who match what is safe at once match each line once', async () => {
  const { bank, lineId } = await bankWith(paid('2026-03-12', 4_520, 'CHEQUE 6557005', '6557005'));
  const entryId = await postCheque(bank.scope, 4_520, '6557005');
  await Promise.all([
    automatically(bank, ulid()),
    automatically(bank, ulid()),
    confirm(bank, lineId('CHEQUE'), entryId),
  ]);
  const { matches, identity } = await reconciliation(bank);
  expect(matches).toHaveLength(1);
  expect(identity).toMatchObject({ notInBooksCents: 0, notYetDebitedCents: 0, gapCents: 0 });
});

test('a line keeps what is to be found out about it, until it is matched', async () => {
  const { bank, lineId } = await bankWith(paid('2026-03-12', 4_520, 'INCONNU'));
  const id = lineId('INCONNU');
  expect(await mark(bank, id, { mark: 'toExplain', note: 'Demander à Paul' })).toMatchObject({
    value: { toExplain: true, note: 'Demander à Paul' },
  });
  expect(await reconciliation(bank)).toMatchObject({
    lines: [{ toExplain: true, note: 'Demander à Paul' }],
    identity: { notInBooksCents: -4_520, gapCents: 0 },
  });
  expect(await mark(bank, id, { mark: 'ordinary' })).toMatchObject({ value: { toExplain: false } });
  expect((await reconciliation(bank)).lines[0]).not.toHaveProperty('note');
  await confirm(bank, id, await postCheque(bank.scope, 4_520));
  expect(await mark(bank, id, { mark: 'apart' })).toMatchObject({
    rejection: 'line_already_matched',
  });
  expect(await mark(bank, '2026-03-12.absente.1', { mark: 'apart' })).toMatchObject({
    rejection: 'not_found',
  });
});

test('the mirrors of a pooled account wait for nothing, and come back when somebody says so', async () => {
  const { bank, lineId } = await bankWith(
    paid('2026-03-12', 4_520, 'VO OCCE 32'),
    paid('2026-03-12', -4_520, 'VIR COMPTE ASSOCIE TOU'),
  );
  expect(await reconciliation(bank)).toMatchObject({
    lines: [{ apart: true }, { apart: true }],
    identity: { notInBooksCents: 0, setApartCents: 0, gapCents: 0 },
  });
  await mark(bank, lineId('VO'), { mark: 'ordinary' });
  expect(await reconciliation(bank)).toMatchObject({
    identity: { notInBooksCents: -4_520, setApartCents: 4_520, gapCents: 0 },
  });
});
