import { afterAll, beforeAll, expect, test } from 'vitest';
import { ulid } from 'ulid';
import {
  depositPaymentsEndpoint,
  findCollectionEndpoint,
  noteOfflinePaymentEndpoint,
} from '#shared/contract/collections/collection.ts';
import { listInboxEndpoint, listPayoutsEndpoint } from '#shared/contract/payments/inbox.ts';
import { depositPayments } from '#functions/collections/deposit-payments.ts';
import { findCollection } from '#functions/collections/list-collections.ts';
import { noteOfflinePayment } from '#functions/collections/note-offline-payment.ts';
import { getObject } from '#functions/gateways/object-store.ts';
import { listInbox } from '#functions/payments/inbox/list-inbox.ts';
import { listPayouts } from '#functions/payments/list-payouts.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { findAttachment } from '#functions/stores/attachments.ts';
import { listEntries } from '#functions/stores/entries.ts';
import { findYear } from '#functions/stores/years.ts';
import { callOf, newCoop } from '#test/support/calls.ts';
import {
  deliver,
  newCollection,
  newEndpoint,
  startPlatform,
  workOnInbox,
} from '#test/support/platform.ts';
import { chargeOf, payoutPaid, shuffled, succeeded } from '#test/support/messages.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const slowMs = 60_000;

test(
  'one trip: 27 families online, two cheques, one in cash; three entries, to the cent',
  async () => {
    const scope = await newCoop();
    const token = await newEndpoint(scope);
    const { collection, families } = await newCollection(scope, { families: 30 });
    const params = { coopId: scope.coopId, collectionId: collection.id };

    const charges = families
      .slice(0, 27)
      .map((family, index) => chargeOf(index + 1, family.reference, { gross: 4_500, fee: 88 }));
    const messages = [
      ...charges.map(succeeded),
      ...charges.slice(0, 9).map(succeeded),
      payoutPaid('jp_0001', charges),
      payoutPaid('jp_0001', charges),
    ];
    for (const [id, content] of shuffled(messages, 'trip'))
      expect(await deliver(token, id, content)).toBe(200);
    expect(await workOnInbox(scope)).toBe(0);
    expect(await workOnInbox(scope)).toBe(0);

    for (const [index, family] of families.slice(27).entries())
      await noteOfflinePayment(
        callOf(noteOfflinePaymentEndpoint, {
          scope,
          params,
          body: noteOfflinePaymentEndpoint.request.parse({
            id: `01JPX5S9T0000000000000000${index}`,
            familyId: family.id,
            means: index < 2 ? 'cheque' : 'cash',
            amountCents: 4_500,
            ...(index < 2 && { chequeNumber: `100${index}` }),
            paidOn: '2026-03-12',
          }),
        }),
      );
    for (const [means, suffixes] of [
      ['cheque', ['0', '1']],
      ['cash', ['2']],
    ] as const)
      await depositPayments(
        callOf(depositPaymentsEndpoint, {
          scope,
          params,
          body: depositPaymentsEndpoint.request.parse({
            id: ulid(),
            means,
            paymentIds: suffixes.map((suffix) => `01JPX5S9T0000000000000000${suffix}`),
            depositedOn: '2026-03-14',
          }),
        }),
      );

    // 27 × 45,00 = 1 215,00; fees 27 × 0,88 = 23,76; net 1 191,24.
    const entries = await listEntries(scope, '2025');
    expect(entries).toHaveLength(3);
    const payout = entries.find(({ kind }) => kind === 'payout');
    expect(payout).toMatchObject({
      entryDate: '2026-03-16',
      label: 'Versement Jaïkan\u00A0: Classe de mer CM2',
      reference: 'JAIKAN jp_0001 jp_0001',
      collectionId: collection.id,
      lines: [
        { accountNumber: '512', side: 'debit', amountCents: 119_124 },
        { accountNumber: '6278', side: 'debit', amountCents: 2_376 },
        { accountNumber: '7080', side: 'credit', amountCents: 121_500 },
      ],
    });
    expect(await findYear(scope, '2025')).toMatchObject({
      balanceCents: { '512': 128_124, '530': 4_500, '6278': 2_376, '7080': -135_000 },
    });

    const voucher = await findAttachment(scope, payout?.attachmentIds[0] ?? '');
    const bytes = await getObject(voucher?.objectKey ?? '');
    expect(sha256Hex(bytes ?? '')).toBe(payout?.voucherSha256);
    expect(
      Buffer.from(bytes ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');

    const shown = await findCollection(callOf(findCollectionEndpoint, { scope, params }));
    if (!shown.ok) throw new Error(shown.rejection);
    expect(shown.value.collection).toMatchObject({
      familyCount: 30,
      paidCount: 30,
      receivedCents: 135_000,
      expectedTotalCents: 135_000,
    });
    expect(shown.value.payments).toHaveLength(30);
    expect(shown.value.payments.every(({ state }) => state === 'booked')).toBe(true);

    const inbox = await listInbox(
      callOf(listInboxEndpoint, { scope, params: { coopId: scope.coopId } }),
    );
    if (!inbox.ok) throw new Error(inbox.rejection);
    expect(inbox.value.events).toHaveLength(28);
    expect(new Set(inbox.value.events.map(({ status }) => status))).toEqual(new Set(['done']));
    const payouts = await listPayouts(
      callOf(listPayoutsEndpoint, { scope, params: { coopId: scope.coopId } }),
    );
    expect(payouts).toMatchObject({
      ok: true,
      value: {
        payouts: [
          {
            id: 'jp_0001',
            status: 'paid',
            grossCents: 121_500,
            feeCents: 2_376,
            netCents: 119_124,
            lineCount: 27,
            entryId: payout?.id,
            voucherId: payout?.attachmentIds[0],
          },
        ],
      },
    });
  },
  slowMs,
);
