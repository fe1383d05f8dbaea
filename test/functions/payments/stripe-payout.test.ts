import { afterAll, beforeAll, expect, test } from 'vitest';
import { listEntries } from '#functions/stores/entries.ts';
import { listPayments } from '#functions/stores/family-payments.ts';
import { findEvent } from '#functions/stores/inbox.ts';
import { findPayout } from '#functions/stores/payouts.ts';
import { findYear } from '#functions/stores/years.ts';
import { startPlatform } from '#test/support/platform.ts';
import {
  arrival,
  inboxStatus,
  nextId,
  payoutObject,
  register,
  stripeCoopWith,
} from '#test/support/stripe.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const chargeLine = (index: number, reference: string, amount = 4_500, fee = 88) => ({
  id: `txn_${index}`,
  type: 'charge',
  reporting_category: 'charge',
  currency: 'eur',
  amount,
  fee,
  net: amount - fee,
  created: arrival - 86_400,
  source: {
    id: `ch_${index}`,
    object: 'charge',
    payment_intent: `pi_${index}`,
    billing_details: { name: `Famille ${index}` },
    metadata: { family_ref: reference },
  },
});

const ownLine = (amount: number) => ({
  ...chargeLine(0, ''),
  id: 'txn_payout',
  type: 'payout',
  reporting_category: 'payout',
  amount: -amount,
  fee: 0,
  net: -amount,
  source: 'po_1',
});

test('A77: a payout told before its payments is read from the API: one entry, to the cent', async () => {
  const { scope, tell, families, collectionId } = await stripeCoopWith(3);
  const lines = families.map(({ reference }, index) => chargeLine(index, reference));
  const payoutId = nextId('po');
  await register(payoutId, [ownLine(13_236), ...lines]);
  const { id } = await tell('payout.paid', payoutObject(payoutId, 13_236));
  expect(await inboxStatus(scope, id)).toBe('done');
  expect(await listEntries(scope, '2025')).toMatchObject([
    {
      entryDate: '2026-03-16',
      reference: `COOP TILLEULS ${payoutId}`,
      lines: [
        { accountNumber: '512', amountCents: 13_236 },
        { accountNumber: '6278', amountCents: 264 },
        { accountNumber: '7080', amountCents: 13_500 },
      ],
    },
  ]);
  const payments = await listPayments(scope, collectionId);
  expect(payments.map(({ familyId }) => familyId).toSorted()).toEqual(
    families.map(({ id: familyId }) => familyId).toSorted(),
  );
});

test('the session, the intent and the charge of one payment are one payment', async () => {
  const { scope, tell, families, collectionId } = await stripeCoopWith(1);
  const metadata = { family_ref: families[0]?.reference };
  await tell('checkout.session.completed', {
    currency: 'eur',
    mode: 'payment',
    payment_status: 'paid',
    payment_intent: 'pi_1',
    amount_total: 4_500,
    client_reference_id: families[0]?.reference,
    customer_details: { name: 'Mme Roux' },
    metadata: {},
  });
  await tell('payment_intent.succeeded', {
    id: 'pi_1',
    currency: 'eur',
    amount: 4_500,
    amount_received: 4_500,
    metadata,
  });
  const charge = { id: 'ch_1', payment_intent: 'pi_1', currency: 'eur', amount: 4_500, metadata };
  await tell('charge.succeeded', charge);
  await tell('charge.refunded', { ...charge, amount_refunded: 1_500 });
  await tell('payment_intent.payment_failed', { id: 'pi_1', currency: 'eur', amount: 4_500 });
  expect(await listPayments(scope, collectionId)).toMatchObject([
    { grossCents: 4_500, refundedCents: 1_500, state: 'received', payerName: 'Mme Roux' },
  ]);
});

test('a session that is not paid yet is announced only', async () => {
  const { scope, tell, families, collectionId } = await stripeCoopWith(1);
  await tell('checkout.session.completed', {
    currency: 'eur',
    mode: 'payment',
    payment_status: 'unpaid',
    payment_intent: 'pi_1',
    amount_total: 4_500,
    metadata: { family_ref: families[0]?.reference },
  });
  expect(await listPayments(scope, collectionId)).toMatchObject([{ state: 'pending' }]);
});

test('a dispute takes the payment back, a dispute won gives it back again', async () => {
  const { scope, tell, families, collectionId } = await stripeCoopWith(1);
  const metadata = { family_ref: families[0]?.reference };
  const charge = { id: 'ch_1', payment_intent: 'pi_1', currency: 'eur', amount: 4_500, metadata };
  await tell('charge.succeeded', charge);
  const lost = { id: 'txn_lost', amount: -4_500 };
  const dispute = { currency: 'eur', charge: 'ch_1', payment_intent: 'pi_1' };
  await tell('charge.dispute.funds_withdrawn', { ...dispute, balance_transactions: [lost] });
  expect(await listPayments(scope, collectionId)).toMatchObject([{ refundedCents: 4_500 }]);
  const won = { id: 'txn_won', amount: 4_500 };
  await tell('charge.dispute.funds_reinstated', { ...dispute, balance_transactions: [lost, won] });
  expect(await listPayments(scope, collectionId)).toMatchObject([{ refundedCents: 0 }]);
});

test('W-13: the payout of another account of the platform has no effect here', async () => {
  const { scope, tell } = await stripeCoopWith(1);
  const { id } = await tell('payout.paid', payoutObject(nextId('po'), 100), 'acct_of_another');
  expect(await findEvent(scope, 'stripe', id)).toMatchObject({
    status: 'failed',
    reason: expect.stringContaining('autre compte'),
  });
});

test('W-14: an event in another currency has no effect', async () => {
  const { scope, tell } = await stripeCoopWith(1);
  const { id } = await tell('payout.paid', payoutObject(nextId('po'), 100, { currency: 'usd' }));
  expect(await inboxStatus(scope, id)).toBe('failed');
});

test('A85: a payout asked for by hand has no detail, and waits for a hand', async () => {
  const { scope, tell } = await stripeCoopWith(1);
  const payoutId = nextId('po');
  await tell('payout.paid', payoutObject(payoutId, 100, { automatic: false }));
  expect(await findPayout(scope, 'stripe', payoutId)).toMatchObject({
    heldBecause: expect.stringContaining('demandé à la main'),
  });
});

test('W-14: the API and the event differ by a cent: no entry; once it is complete, one', async () => {
  const { scope, tell, families } = await stripeCoopWith(2);
  const lines = families.map(({ reference }, index) => chargeLine(index, reference));
  const payoutId = nextId('po');
  await register(payoutId, lines.slice(0, 1));
  const first = await tell('payout.paid', payoutObject(payoutId, 8_824));
  expect(await inboxStatus(scope, first.id)).toBe('held');
  expect(await listEntries(scope, '2025')).toEqual([]);
  await register(payoutId, lines);
  await tell('payout.reconciliation_completed', payoutObject(payoutId, 8_824));
  expect(await listEntries(scope, '2025')).toHaveLength(1);
  expect(await inboxStatus(scope, first.id)).toBe('done');
  expect(await findYear(scope, '2025')).toMatchObject({ balanceCents: { '512': 8_824 } });
});

test('a payout that the API does not know is held, not lost', async () => {
  const { scope, tell } = await stripeCoopWith(1);
  const { id, failures } = await tell('payout.paid', payoutObject(nextId('po'), 100));
  expect(failures).toBe(0);
  expect(await findEvent(scope, 'stripe', id)).toMatchObject({
    status: 'held',
    reason: expect.stringContaining('clé'),
  });
});

test('when the API is down the event comes again', async () => {
  const { tell, scope } = await stripeCoopWith(1);
  const url = process.env['STRIPE_API_URL'];
  process.env['STRIPE_API_URL'] = 'http://127.0.0.1:1';
  const { id, failures } = await tell('payout.paid', payoutObject(nextId('po'), 100));
  process.env['STRIPE_API_URL'] = url;
  expect(failures).toBe(1);
  expect(await inboxStatus(scope, id)).toBe('received');
});
