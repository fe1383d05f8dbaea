import { afterAll, beforeAll, expect, test } from 'vitest';
import { listEntries } from '#functions/stores/entries.ts';
import { listPayments } from '#functions/stores/family-payments.ts';
import { listEvents } from '#functions/stores/inbox.ts';
import { listPlatformPayments } from '#functions/stores/platform-payments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { newCoop } from '#test/support/calls.ts';
import { chargeOf, payoutPaid, refunded, refundOf, succeeded } from '#test/support/messages.ts';
import {
  deliver,
  newCollection,
  newEndpoint,
  startPlatform,
  workOnInbox,
} from '#test/support/platform.ts';
import { bring } from '#test/support/reports.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const titles = 'Versé le;N° versement;Payé le;Montant brut;Référence;N° paiement;Campagne';
const columns = 'arrivalOn:0,payoutId:1,paidOn:2,gross:3,reference:4,paymentId:5,campaign:6';

async function coopOnJaikan() {
  const scope = await newCoop();
  const token = await newEndpoint(scope);
  const { collection, families } = await newCollection(scope, { families: 1 });
  const reference = families[0]?.reference ?? '';
  const say = async ([id, content]: ReturnType<typeof succeeded>) => {
    expect(await deliver(token, id, content)).toBe(200);
    expect(await workOnInbox(scope)).toBe(0);
  };
  const drop = async (...rows: readonly string[]) => {
    await bring(scope, 'jaikan', [titles, ...rows].join('\n'), { columns, unit: 'euros' });
    expect(await workOnInbox(scope)).toBe(0);
  };
  return { scope, reference, collectionId: collection.id, say, drop };
}

const paidOf = async (scope: CoopScope, collectionId: string) =>
  (await listPayments(scope, collectionId)).map(({ grossCents, refundedCents }) => [
    grossCents,
    refundedCents,
  ]);

const statuses = async (scope: CoopScope) =>
  (await listEvents(scope))
    .map(({ origin = 'message', status }) => `${origin} ${status}`)
    .toSorted();

const entryCount = async (scope: CoopScope) => (await listEntries(scope, '2025')).length;

test('told by a file without ids, then by its message: counted once, the message waits for somebody', async () => {
  const { scope, reference, collectionId, say, drop } = await coopOnJaikan();
  await drop(`16/03/2026;V1;03/03/2026;45,00;${reference};;`);
  await say(succeeded(chargeOf(1, reference)));
  expect(await paidOf(scope, collectionId)).toEqual([[4_500, 0]]);
  expect(await statuses(scope)).toEqual(['import done', 'message held']);
});

test('another day, another amount or another family: it is another payment', async () => {
  const { scope, reference, say, drop } = await coopOnJaikan();
  await drop(
    `16/03/2026;V1;04/03/2026;45,00;${reference};;`,
    `16/03/2026;V1;03/03/2026;44,00;${reference};;`,
    '16/03/2026;V1;03/03/2026;45,00;TRL-AAAAA;;',
  );
  await say(succeeded(chargeOf(1, reference)));
  expect((await listPlatformPayments(scope)).map(({ id }) => id)).toContain('pay_1');
});

test('booked by a file without ids, then told by the message of the payout: one entry', async () => {
  const { scope, reference, collectionId, say, drop } = await coopOnJaikan();
  await drop(`16/03/2026;V1;03/03/2026;45,00;${reference};;`);
  expect(await entryCount(scope)).toBe(1);
  await say(payoutPaid('P1', [chargeOf(1, reference)]));
  expect(await entryCount(scope)).toBe(1);
  expect(await paidOf(scope, collectionId)).toEqual([[4_500, 0]]);
  expect(await statuses(scope)).toEqual(['import done', 'message held']);
});

test('booked by the message of the payout, then told by a file without ids: one entry', async () => {
  const { scope, reference, collectionId, say, drop } = await coopOnJaikan();
  await say(payoutPaid('P1', [chargeOf(1, reference)]));
  await drop(`16/03/2026;V1;03/03/2026;45,00;${reference};;`);
  expect(await entryCount(scope)).toBe(1);
  expect(await paidOf(scope, collectionId)).toEqual([[4_500, 0]]);
  expect(await statuses(scope)).toEqual(['import held', 'message done']);
});

test('a file that quotes no family, after the message of the same amount and day, waits', async () => {
  const { scope, reference, collectionId, say, drop } = await coopOnJaikan();
  await say(succeeded(chargeOf(1, reference)));
  await drop('16/03/2026;V1;03/03/2026;45,00;;;Classe de mer CM2');
  expect(await entryCount(scope)).toBe(0);
  expect(await paidOf(scope, collectionId)).toEqual([[4_500, 0]]);
  expect(await statuses(scope)).toEqual(['import held', 'message done']);
});

test.each(['file', 'message'])(
  'the ids of the platform in a file: one payment, one entry, the %s first',
  async (first) => {
    const { scope, reference, collectionId, say, drop } = await coopOnJaikan();
    const file = () => drop(`16/03/2026;P1;03/03/2026;45,00;${reference};pay_1;`);
    const message = () => say(payoutPaid('P1', [chargeOf(1, reference)]));
    for (const tell of first === 'file' ? [file, message] : [message, file]) await tell();
    expect(await entryCount(scope)).toBe(1);
    expect(await paidOf(scope, collectionId)).toEqual([[4_500, 0]]);
    expect(await statuses(scope)).toEqual(['import done', 'message done']);
  },
);

test.each(['file', 'message'])(
  'a part given back counts once, told by the %s first',
  async (first) => {
    const { scope, reference, collectionId, say, drop } = await coopOnJaikan();
    const charge = chargeOf(1, reference);
    await say(succeeded(charge));
    const back = { ...refundOf(charge), gross_cents: -1_000, net_cents: -1_000 };
    const file = () => drop(`16/03/2026;P1;05/03/2026;-10,00;${reference};pay_1;`);
    const message = () => say(refunded(back));
    for (const tell of first === 'file' ? [file, message] : [message, file]) await tell();
    expect(await paidOf(scope, collectionId)).toEqual([[4_500, 1_000]]);
    await say(refunded({ ...back, movement_id: 'mv_1_second' }));
    expect(await paidOf(scope, collectionId)).toEqual([[4_500, 2_000]]);
  },
);
