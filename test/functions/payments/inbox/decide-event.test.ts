import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideEventEndpoint, listInboxEndpoint } from '#shared/contract/payments/inbox.ts';
import { decideEvent } from '#functions/payments/inbox/decide-event.ts';
import { listInbox } from '#functions/payments/inbox/list-inbox.ts';
import { listEntries } from '#functions/stores/entries.ts';
import { listPayments } from '#functions/stores/family-payments.ts';
import { findEvent, listHeldEvents } from '#functions/stores/inbox.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { queryAll } from '#functions/stores/table.ts';
import { callOf, newCoop } from '#test/support/calls.ts';
import { chargeOf, payoutPaid, succeeded } from '#test/support/messages.ts';
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

type Decision = (typeof decideEventEndpoint)['request']['_output']['decision'];

const decide = (scope: CoopScope, eventId: string, decision: Decision) =>
  decideEvent(
    callOf(decideEventEndpoint, {
      scope,
      params: { coopId: scope.coopId, provider: 'jaikan', eventId },
      body: { decision },
    }),
  );

const titles = 'Versé le;N° versement;Payé le;Montant brut;Référence';
const columns = 'arrivalOn:0,payoutId:1,paidOn:2,gross:3,reference:4';

/** A coop whose file booked a payment without an id, then a message that may tell it again. */
async function coopToldTwice(tell: 'payment' | 'payout', others = 0) {
  const scope = await newCoop();
  const token = await newEndpoint(scope);
  const { collection, families } = await newCollection(scope, { families: 1 });
  const reference = families[0]?.reference ?? '';
  const row = `16/03/2026;V1;03/03/2026;45,00;${reference}`;
  await bring(scope, 'jaikan', [titles, row].join('\n'), { columns, unit: 'euros' });
  await workOnInbox(scope);
  const charge = chargeOf(1, reference);
  const more = Array.from({ length: others }, (_, index) => ({
    ...chargeOf(index + 2, reference),
    gross_cents: 4_400,
    net_cents: 4_400 - charge.fee_cents,
  }));
  const [id, content] =
    tell === 'payment' ? succeeded(charge) : payoutPaid('P1', [charge, ...more]);
  await deliver(token, id, content);
  await workOnInbox(scope);
  expect(await findEvent(scope, 'jaikan', id)).toMatchObject({ status: 'held' });
  const paid = async () =>
    (await listPayments(scope, collection.id)).map(({ grossCents }) => grossCents);
  const entryCount = async () => (await listEntries(scope, '2025')).length;
  const event = () => findEvent(scope, 'jaikan', id);
  return { scope, id, event, paid, entryCount };
}

test('an event that may tell a payment again says which, and that it is to be decided', async () => {
  const { scope, id } = await coopToldTwice('payment');
  const answer = await listInbox(
    callOf(listInboxEndpoint, { scope, params: { coopId: scope.coopId } }),
  );
  const { events } = listInboxEndpoint.response.parse(answer.ok && answer.value);
  expect(events.find(({ eventId }) => eventId === id)?.toDecide).toEqual([
    { grossCents: 4_500, paidOn: '2026-03-03' },
  ]);
  expect(events.filter(({ toDecide }) => toDecide)).toHaveLength(1);
});

test.each(['payment', 'payout'] as const)(
  'the same payment: a %s is set aside and kept, nothing counts twice, who said so is recorded',
  async (tell) => {
    const { scope, id, event, paid, entryCount } = await coopToldTwice(tell);
    expect(await decide(scope, id, 'same')).toEqual({ ok: true, value: { status: 'received' } });
    await workOnInbox(scope);
    expect(await event()).toMatchObject({
      status: 'ignored',
      reason: expect.stringContaining('même paiement'),
    });
    expect(await listHeldEvents(scope)).toEqual([]);
    expect(await paid()).toEqual([4_500]);
    expect(await entryCount()).toBe(1);
    expect(await queryAll(scope.pk, 'AUDIT#')).toContainEqual(
      expect.objectContaining({ act: 'decide-event-same', target: `jaikan.${id}`, by: 'camille' }),
    );
  },
);

test.each([
  ['payment', 1],
  ['payout', 2],
] as const)('another payment: what a %s tells is noted', async (tell, entries) => {
  const { scope, id, event, paid, entryCount } = await coopToldTwice(tell);
  await decide(scope, id, 'other');
  await workOnInbox(scope);
  expect(await event()).toMatchObject({ status: 'done' });
  expect(await paid()).toEqual([4_500, 4_500]);
  expect(await entryCount()).toBe(entries);
});

test('a payout of which a part only is known waits for the head office, and books nothing', async () => {
  const { scope, id, event, entryCount } = await coopToldTwice('payout', 1);
  await decide(scope, id, 'same');
  await workOnInbox(scope);
  expect(await event()).toMatchObject({
    status: 'held',
    reason: expect.stringContaining('une partie'),
  });
  expect(await entryCount()).toBe(1);
  expect(await decide(scope, id, 'other')).toMatchObject({ rejection: 'event_settled' });
});

test('said twice, it is recorded once; said otherwise once it is settled, it is refused', async () => {
  const { scope, id } = await coopToldTwice('payment');
  for (let time = 0; time < 2; time += 1) expect((await decide(scope, id, 'same')).ok).toBe(true);
  await workOnInbox(scope);
  expect(await decide(scope, id, 'same')).toEqual({ ok: true, value: { status: 'ignored' } });
  const acts = (await queryAll(scope.pk, 'AUDIT#')).filter(({ act }) =>
    /decide/u.test(String(act)),
  );
  expect(acts).toHaveLength(1);
  expect(await decide(scope, id, 'other')).toMatchObject({ rejection: 'event_settled' });
});

test('rejects: event_settled for what waits for something else, not_found elsewhere', async () => {
  const scope = await newCoop();
  const token = await newEndpoint(scope);
  const [id, content] = succeeded(chargeOf(1, undefined));
  await deliver(token, id, content);
  await workOnInbox(scope);
  expect(await decide(scope, id, 'same')).toMatchObject({ rejection: 'event_settled' });
  expect(await decide(await newCoop(), id, 'same')).toMatchObject({ rejection: 'not_found' });
});
