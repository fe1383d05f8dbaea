import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import {
  depositPaymentsEndpoint,
  findCollectionEndpoint,
  noteOfflinePaymentEndpoint,
} from '#shared/contract/collections/collection.ts';
import { depositAcrossEndpoint } from '#shared/contract/collections/money.ts';
import { depositAcross, depositPayments } from '#functions/collections/deposit-payments.ts';
import { findCollection } from '#functions/collections/list-collections.ts';
import { noteOfflinePayment } from '#functions/collections/note-offline-payment.ts';
import { getObject } from '#functions/gateways/object-store.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import { findAttachment } from '#functions/stores/attachments.ts';
import { listEntries } from '#functions/stores/entries.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { findYear } from '#functions/stores/years.ts';
import { callOf, newCoop } from '#test/support/calls.ts';
import { ask, collecte, pay } from '#test/support/collections.ts';
import { newCollection } from '#test/support/platform.ts';

async function tripWith(means: 'cheque' | 'cash', count: number) {
  const scope = await newCoop();
  const { collection, families } = await newCollection(scope, { families: count });
  const paymentIds = families.map(() => ulid());
  for (const [index, family] of families.entries())
    await noteOfflinePayment(
      callOf(noteOfflinePaymentEndpoint, {
        scope,
        params: { coopId: scope.coopId, collectionId: collection.id },
        body: noteOfflinePaymentEndpoint.request.parse({
          id: paymentIds[index],
          familyId: family.id,
          means,
          amountCents: 4_500,
          ...(means === 'cheque' && { chequeNumber: `12345${index}` }),
          paidOn: '2026-03-12',
        }),
      }),
    );
  return { scope, collectionId: collection.id, paymentIds };
}

const slip = (paymentIds: readonly string[], changed: Record<string, unknown> = {}) =>
  depositPaymentsEndpoint.request.parse({
    id: ulid(),
    means: 'cheque',
    paymentIds,
    depositedOn: '2026-03-14',
    slipNumber: '0042',
    ...changed,
  });

const deposit = (scope: CoopScope, collectionId: string, body: ReturnType<typeof slip>) =>
  runAgainIfStale(() =>
    depositPayments(
      callOf(depositPaymentsEndpoint, {
        scope,
        params: { coopId: scope.coopId, collectionId },
        body,
      }),
    ),
  );

const paymentsOf = async (scope: CoopScope, collectionId: string) => {
  const shown = await findCollection(
    callOf(findCollectionEndpoint, { scope, params: { coopId: scope.coopId, collectionId } }),
  );
  return shown.ok ? shown.value.payments : [];
};

test('one entry for all the cheques of a slip, with the slip as its voucher', async () => {
  const { scope, collectionId, paymentIds } = await tripWith('cheque', 3);
  const body = slip(paymentIds);
  expect(await deposit(scope, collectionId, body)).toMatchObject({
    ok: true,
    value: { entryId: body.id, entryNumber: 1, totalCents: 13_500 },
  });
  const [entry] = await listEntries(scope, '2025');
  expect(entry).toMatchObject({
    kind: 'deposit',
    label: 'Remise de 3 chèques\u00A0: Classe de mer CM2',
    reference: '0042',
    collectionId,
    lines: [
      { accountNumber: '512', side: 'debit', amountCents: 13_500 },
      { accountNumber: '7080', side: 'credit', amountCents: 13_500 },
    ],
  });
  const voucher = await findAttachment(scope, entry?.attachmentIds[0] ?? '');
  const bytes = await getObject(voucher?.objectKey ?? '');
  expect(sha256Hex(bytes ?? '')).toBe(entry?.voucherSha256);
  expect(
    Buffer.from(bytes ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect(await paymentsOf(scope, collectionId)).toMatchObject(
    paymentIds.map(() => ({ state: 'booked', entryId: body.id })),
  );
});

test('cash goes to the cash box', async () => {
  const { scope, collectionId, paymentIds } = await tripWith('cash', 2);
  await deposit(scope, collectionId, slip(paymentIds, { means: 'cash', slipNumber: undefined }));
  expect(await findYear(scope, '2025')).toMatchObject({
    balanceCents: { '530': 9_000, '7080': -9_000 },
  });
});

test('answers an exact retry as at first; twenty at once write one entry', async () => {
  const { scope, collectionId, paymentIds } = await tripWith('cheque', 2);
  const body = slip(paymentIds);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => deposit(scope, collectionId, body)),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await listEntries(scope, '2025')).toHaveLength(1);
  const other = { ...body, depositedOn: body.depositedOn, slipNumber: '0043' };
  expect(await deposit(scope, collectionId, other)).toMatchObject({
    rejection: 'entry_id_reused',
  });
});

test('a payment is deposited once: of two slips at once, one is refused', async () => {
  const { scope, collectionId, paymentIds } = await tripWith('cheque', 2);
  const answers = await Promise.all([
    deposit(scope, collectionId, slip(paymentIds)),
    deposit(scope, collectionId, slip(paymentIds.slice(0, 1))),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers).toContainEqual(
    expect.objectContaining({ ok: false, rejection: 'payment_not_depositable' }),
  );
  expect(await listEntries(scope, '2025')).toHaveLength(1);
});

test('forty cheques fit one slip', async () => {
  const { scope, collectionId, paymentIds } = await tripWith('cheque', 40);
  expect(await deposit(scope, collectionId, slip(paymentIds))).toMatchObject({
    ok: true,
    value: { totalCents: 180_000 },
  });
});

test.each<[string, Record<string, unknown>]>([
  ['payment_not_depositable', { means: 'cash' }],
  ['payment_not_depositable', { paymentIds: [ulid()] }],
  ['date_outside_fiscal_year', { depositedOn: '2024-03-14' }],
  ['date_in_future', { depositedOn: '2026-03-17' }],
])('refuses: %s, and nothing is booked', async (rejection, changed) => {
  const { scope, collectionId, paymentIds } = await tripWith('cheque', 1);
  expect(await deposit(scope, collectionId, slip(paymentIds, changed))).toMatchObject({
    ok: false,
    rejection,
  });
  expect(await listEntries(scope, '2025')).toEqual([]);
  expect(await paymentsOf(scope, collectionId)).toMatchObject([{ state: 'received' }]);
});

test('a collecte of another cooperative is not there', async () => {
  const { collectionId, paymentIds } = await tripWith('cheque', 1);
  expect(await deposit(await newCoop(), collectionId, slip(paymentIds))).toMatchObject({
    rejection: 'not_found',
  });
});

test('one slip for two collectes: one entry, one line for each', async () => {
  const scope = await newCoop();
  const trip = await collecte(scope, ['Léa M.']);
  const photos = await collecte(scope, ['Tom B.'], { title: 'Photos', accountNumber: '7070' });
  const payments = await Promise.all(
    [trip, photos].map(async ({ collectionId, familyIds }) => ({
      collectionId,
      paymentId: await pay(scope, collectionId, familyIds[0] ?? ''),
    })),
  );
  const body = { id: ulid(), means: 'cheque', payments, depositedOn: '2026-03-14' };
  const first = await ask(depositAcrossEndpoint, depositAcross, scope, { body });
  expect(first).toMatchObject({ ok: true, value: { totalCents: 9_000 } });
  expect(await ask(depositAcrossEndpoint, depositAcross, scope, { body })).toEqual(first);
  const [entry] = await listEntries(scope, '2025');
  expect(entry?.lines).toMatchObject([
    { accountNumber: '512', amountCents: 9_000 },
    { accountNumber: '7080', amountCents: 4_500 },
    { accountNumber: '7070', amountCents: 4_500 },
  ]);
});
