import { afterAll, beforeAll, expect, test } from 'vitest';
import { listEntries } from '#functions/stores/entries.ts';
import { listPayments } from '#functions/stores/family-payments.ts';
import { disputed, disputeOf, payoutPaid, succeeded } from '#test/support/messages.ts';
import { coopWith, startPlatform, statusOf, tell } from '#test/support/platform.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

async function paidCoop() {
  const coop = await coopWith({ families: 1 });
  const [charge] = coop.charges;
  if (!charge) throw new Error('no charge');
  await tell(coop.scope, coop.token, succeeded(charge));
  return { ...coop, charge };
}

test('W-19: a dispute takes the payment back, told twice only once; won, it gives it back', async () => {
  const { scope, token, collectionId, charge } = await paidCoop();
  const lost = disputed(disputeOf(charge, { fee: 1_500 }));
  expect(await tell(scope, token, lost, lost)).toBe(0);
  expect(await statusOf(scope, lost)).toBe('done');
  expect(await listPayments(scope, collectionId)).toMatchObject([{ refundedCents: 4_500 }]);
  const won = disputed(disputeOf(charge, { won: true }));
  expect(await tell(scope, token, won)).toBe(0);
  expect(await listPayments(scope, collectionId)).toMatchObject([{ refundedCents: 0 }]);
});

test('W-19: a dispute told before its payment, then paid out with it: gross, the fees apart', async () => {
  const { scope, token, charges } = await coopWith({ families: 2 });
  const [charge, other] = charges;
  if (!charge || !other) throw new Error('no charges');
  const lost = disputeOf(charge, { fee: 1_500 });
  const payout = payoutPaid('jp_1', [charge, other, lost]);
  await tell(scope, token, disputed(lost), succeeded(charge), succeeded(other), payout);
  expect(await statusOf(scope, disputed(lost))).toBe('done');
  expect(await statusOf(scope, payout)).toBe('done');
  const entries = await listEntries(scope, '2025');
  expect(entries.map(({ lines }) => lines)).toMatchObject([
    [
      { accountNumber: '512', side: 'debit', amountCents: 4_500 - 1_700 },
      { accountNumber: '6278', side: 'debit', amountCents: 1_700 },
      { accountNumber: '7080', side: 'debit', amountCents: 4_500 },
      { accountNumber: '7080', side: 'credit', amountCents: 9_000 },
    ],
  ]);
});

test('W-19: a message of a dispute that carries something else has no effect', async () => {
  const { scope, token, collectionId, charge } = await paidCoop();
  const [id, content] = disputed(disputeOf(charge));
  const wrong = [id, { ...content, data: charge }] as const;
  await tell(scope, token, wrong);
  expect(await statusOf(scope, wrong)).toBe('failed');
  expect(await listPayments(scope, collectionId)).toMatchObject([{ refundedCents: 0 }]);
});
