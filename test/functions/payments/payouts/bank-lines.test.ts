import { afterAll, beforeAll, expect, test } from 'vitest';
import { listEntries } from '#functions/stores/entries.ts';
import { findYear } from '#functions/stores/years.ts';
import {
  confirmAll,
  importText,
  newBank,
  reconciliation,
} from '#test/functions/bank/bank-calls.ts';
import { chargeOf, type Line } from '#test/support/messages.ts';
import { newCollection, startPlatform } from '#test/support/platform.ts';
import { cfonbOf, type Operation } from '#test/support/statements.ts';
import { bookPayout, movementOf } from './book-payout.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const line = (index: number): Line =>
  chargeOf(index, undefined, { fee: 100, campaign: 'Classe de mer CM2' });

const arrived = (label: string, reference = ''): Operation => ({
  date: '2026-03-16',
  cents: 4_400,
  label,
  reference,
});

/** A bank whose statement of March holds those lines, and a collecte that payments belong to. */
async function bankThatSays(...operations: readonly Operation[]) {
  const bank = await newBank();
  await newCollection(bank.scope, { families: 1 });
  const statement = { from: '2026-03-01', to: '2026-03-17', openingCents: 100_000, operations };
  const says = () => importText(bank, cfonbOf(statement));
  return { bank, says };
}

const payoutsOf = async ({ scope }: Awaited<ReturnType<typeof newBank>>) => {
  const entries = (await listEntries(scope, '2025')).filter(({ kind }) => kind === 'payout');
  return new Map(entries.map(({ id, reference = '' }) => [reference.split(' ').at(-1), id]));
};

test('A93: two payouts of one amount on one day are told apart by their references', async () => {
  const { bank, says } = await bankThatSays(
    arrived('VIR JAIKAN', 'PO-4802 JAIKAN'),
    arrived('VIR JAIKAN', 'PO-4801 JAIKAN'),
  );
  for (const [index, id] of ['po-4801', 'po-4802'].entries())
    await bookPayout(bank.scope, id, [movementOf(line(index))], { bankReference: `JAIKAN ${id}` });
  await says();
  const { lines, proposals } = await reconciliation(bank);
  const entryOf = await payoutsOf(bank);
  const proposedFor = (reference: string) => {
    const found = lines.find((one) => one.reference === reference);
    return proposals.find(({ lineIds }) => lineIds[0] === found?.id);
  };
  expect(proposedFor('PO-4801 JAIKAN')).toMatchObject({
    entryIds: [entryOf.get('po-4801')],
    automatic: true,
  });
  expect(proposedFor('PO-4802 JAIKAN')).toMatchObject({
    entryIds: [entryOf.get('po-4802')],
    automatic: true,
  });
});

test('A93: when nothing tells them apart, neither is sure: a person says', async () => {
  const { bank, says } = await bankThatSays(arrived('VIR JAIKAN'), arrived('VIR JAIKAN'));
  for (const [index, id] of ['po-4801', 'po-4802'].entries())
    await bookPayout(bank.scope, id, [movementOf(line(index))]);
  await says();
  const { proposals, matches } = await reconciliation(bank);
  expect(matches).toEqual([]);
  expect(proposals.filter(({ automatic }) => automatic)).toEqual([]);
  // Each of both lines may be either.
  expect(proposals).toHaveLength(4);
});

test('A94: a label with the platform and its date is on the bank before the payout is confirmed', async () => {
  const { bank, says } = await bankThatSays(arrived('VIR HELLOASSO 3711911 16-03-2026'));
  const lines = [movementOf(line(1))];
  await bookPayout(bank.scope, '3711911', lines, { status: 'pending' });
  await says();
  expect(await reconciliation(bank)).toMatchObject({ proposals: [], waitingEntries: [] });
  await bookPayout(bank.scope, '3711911', lines, { now: '2026-03-18T09:00:00.000Z' });
  const { proposals } = await reconciliation(bank);
  expect(proposals).toMatchObject([
    { entryIds: [(await payoutsOf(bank)).get('3711911')], automatic: true },
  ]);
});

test('A95: a line that came before its payout waits for it; the bank is booked once', async () => {
  const { bank, says } = await bankThatSays(arrived('VIR JAIKAN PO-4809'));
  await says();
  const before = await reconciliation(bank);
  expect(before).toMatchObject({ proposals: [], identity: { notInBooksCents: 4_400 } });
  await bookPayout(bank.scope, 'po-4809', [movementOf(line(1))]);
  const [proposal] = (await reconciliation(bank)).proposals;
  const { lineIds, entryIds } = proposal ?? { lineIds: [], entryIds: [] };
  expect(await confirmAll(bank, lineIds, entryIds)).toMatchObject({ ok: true });
  await bookPayout(bank.scope, 'po-4809', [movementOf(line(1))]);
  expect(await reconciliation(bank)).toMatchObject({
    proposals: [],
    waitingEntries: [],
    identity: { notInBooksCents: 0, gapCents: 0 },
  });
  expect((await findYear(bank.scope, '2025'))?.balanceCents['512']).toBe(104_400);
});
