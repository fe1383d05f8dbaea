import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import {
  findRemindersEndpoint,
  planRemindersEndpoint,
  printLettersEndpoint,
  sendRemindersEndpoint,
} from '#shared/contract/families/reminders.ts';
import { stopRemindersEndpoint } from '#shared/contract/families/page.ts';
import type { Family } from '#shared/domain/collections/collection.ts';
import { cents } from '#shared/domain/money.ts';
import { day } from '#shared/domain/dates.ts';
import { queueReceipt } from '#functions/families/queue-receipt.ts';
import { remindAll } from '#functions/families/scheduled.ts';
import { sendFamilyMail } from '#functions/families/send-family-mail.ts';
import { findReminders, planReminders, sendReminders } from '#functions/families/send-reminders.ts';
import { printLetters } from '#functions/families/print-letters.ts';
import { stopReminders } from '#functions/families/stop-reminders.ts';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import { moveCollection } from '#functions/stores/collections.ts';
import {
  claimMail,
  findFamilyMail,
  isPlanned,
  listFamilyMails,
  queueMail,
} from '#functions/stores/family-mails.ts';
import { notePayment } from '#functions/stores/family-payments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit, putNew } from '#functions/stores/table.ts';
import { readOutbox } from '#infra/local/mail.ts';
import { callOf } from '#test/support/calls.ts';
import { aPayment, openedCollection } from './family.ts';

const mailOf = () => `${ulid().toLowerCase()}@example.test`;
const sentTo = async (to: string | undefined) =>
  (await readOutbox(process.env['OUTBOX'] ?? '')).filter((mail) => mail.to === to);
const at = (date: string) => `${date}T09:00:00.000Z`;

const withMail = (changed = {}) => openedCollection(changed, { contactMail: mailOf() });

const params = (scope: CoopScope, collectionId: string, now = at('2026-03-16')) => ({
  scope,
  params: { coopId: scope.coopId, collectionId },
  now,
});

const remind = (scope: CoopScope, collectionId: string, on?: string) =>
  runAgainIfStale(() =>
    sendReminders(callOf(sendRemindersEndpoint, params(scope, collectionId, on && at(on)))),
  );

/** What the worker does of the queue, one mail after the other. */
async function sendQueued(scope: CoopScope, collectionId: string): Promise<void> {
  for (const mail of await listFamilyMails(scope, collectionId))
    await sendFamilyMail(scope, mail, at('2026-03-16'));
}

test('a payment that arrives brings its receipt, once, whatever happens to it later', async () => {
  const { scope, collection, family } = await withMail();
  const payment = aPayment(family);
  await commit([notePayment(scope, payment)]);
  const place = { collectionId: collection.id, paymentId: payment.id };
  for (let time = 0; time < 3; time += 1) {
    await queueReceipt(scope, place, at('2026-03-16'));
    await sendQueued(scope, collection.id);
  }
  const [mail, ...more] = await sentTo(family.contactMail);
  expect(more).toEqual([]);
  expect(mail?.subject).toBe('École élémentaire des Tilleuls\u00A0: votre paiement est arrivé');
  expect(mail?.text).toContain('45,00');
  expect(mail?.text).toContain(`/f/${family.token}/recu/${payment.id}`);
  expect(mail?.text).toContain('Ce n’est pas un reçu fiscal');
  expect(mail?.from).toContain('<ne-pas-repondre@tirelire.example>');
});

test('no address, no receipt; nor for what is announced, or was paid weeks ago', async () => {
  const { scope, collection, family, other } = await withMail();
  const payments = [
    aPayment(other),
    aPayment(family, { state: 'pending' }),
    aPayment(family, { paidOn: day('2026-02-28') }),
  ];
  await commit(payments.map((payment) => notePayment(scope, payment)));
  for (const { id } of payments)
    await queueReceipt(scope, { collectionId: collection.id, paymentId: id }, at('2026-03-16'));
  expect(await listFamilyMails(scope, collection.id)).toEqual([]);
});

test('a click reminds who has not paid; a second click at once reminds nobody', async () => {
  const { scope, collection, family } = await withMail();
  expect(await remind(scope, collection.id)).toMatchObject({
    value: { queuedCount: 1, toRemindCount: 0, withoutMailCount: 1 },
  });
  expect(await remind(scope, collection.id)).toMatchObject({ value: { queuedCount: 1 } });
  await sendQueued(scope, collection.id);
  const [mail, ...more] = await sentTo(family.contactMail);
  expect(more).toEqual([]);
  expect(mail?.subject).not.toMatch(/Léa|CM2|TRL-|45/u);
  for (const words of [
    '45,00',
    '30 avril 2026',
    family.reference,
    'aucun enfant n’est mis à l’écart',
  ])
    expect(mail?.text).toContain(words);
  expect(mail?.headers).toEqual({
    'List-Unsubscribe': `<${process.env['APP_ORIGIN']}/f/${family.token}/rappels>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  });
  expect(mail?.attachments[0]?.text).toContain('DTSTART;VALUE=DATE:20260430');
  expect(
    await findReminders(callOf(findRemindersEndpoint, params(scope, collection.id))),
  ).toMatchObject({ value: { sentCount: 1, queuedCount: 0, lastSentOn: '2026-03-16' } });
});

test('REMIND-1: never more than two, seven days apart, even for ten people who click at once', async () => {
  const { scope, collection, family } = await withMail();
  for (const date of ['2026-03-16', '2026-03-17', '2026-03-22', '2026-03-23', '2026-04-10'])
    await Promise.all(Array.from({ length: 10 }, () => remind(scope, collection.id, date)));
  const slots = (await listFamilyMails(scope, collection.id))
    .filter(({ familyId }) => familyId === family.id)
    .map(({ slot, queuedAt }) => [slot, queuedAt.slice(0, 10)]);
  expect(slots).toEqual([
    ['reminder-1', '2026-03-16'],
    ['reminder-2', '2026-03-23'],
  ]);
});

test('two workers at once send one mail', async () => {
  const { scope, collection, family } = await withMail();
  await remind(scope, collection.id);
  await Promise.all(Array.from({ length: 5 }, () => sendQueued(scope, collection.id)));
  expect(await sentTo(family.contactMail)).toHaveLength(1);
});

const queuedReminder = async (scope: CoopScope, family: Family) => {
  const place = { collectionId: family.collectionId, familyId: family.id, slot: 'reminder-1' };
  await commit([queueMail(scope, { ...place, queuedAt: at('2026-03-16'), by: 'x' })]);
  const claim = async () => {
    const mail = await findFamilyMail(scope, place);
    return mail && claimMail(scope, mail);
  };
  return { place, claim };
};

test('a worker that dies between sending and noting it: at most one more leaves', async () => {
  const { scope, family } = await withMail();
  const { place, claim } = await queuedReminder(scope, family);
  await claim();
  for (let time = 0; time < 3; time += 1) await sendFamilyMail(scope, place, at('2026-03-16'));
  expect(await sentTo(family.contactMail)).toHaveLength(1);
  expect(await findFamilyMail(scope, place)).toMatchObject({ state: 'sent', attempts: 2 });
});

test('one that dies twice is given up, and counted', async () => {
  const { scope, family } = await withMail();
  const { place, claim } = await queuedReminder(scope, family);
  await claim();
  await claim();
  await sendFamilyMail(scope, place, at('2026-03-16'));
  expect(await sentTo(family.contactMail)).toHaveLength(0);
  expect(await findFamilyMail(scope, place)).toMatchObject({ state: 'dropped' });
});

test('a family that paid between the click and the sending is left in peace', async () => {
  const { scope, collection, family } = await withMail();
  await remind(scope, collection.id);
  await commit([notePayment(scope, aPayment(family))]);
  await sendQueued(scope, collection.id);
  expect(await sentTo(family.contactMail)).toEqual([]);
});

test('a family that asks for silence gets no reminder any more, and still its receipts', async () => {
  const { scope, collection, family } = await withMail();
  await stopReminders(
    callOf(stopRemindersEndpoint, { scope: undefined, params: { token: family.token } }),
  );
  expect(await remind(scope, collection.id)).toMatchObject({
    value: { queuedCount: 0, stoppedCount: 1 },
  });
  const payment = aPayment(family);
  await commit([notePayment(scope, payment)]);
  await queueReceipt(
    scope,
    { collectionId: collection.id, paymentId: payment.id },
    at('2026-03-16'),
  );
  await sendQueued(scope, collection.id);
  expect(await sentTo(family.contactMail)).toHaveLength(1);
});

test('a collecte that has ended reminds nobody and prints no letter', async () => {
  const { scope, collection } = await withMail();
  await commit([moveCollection(scope, collection.id, 'open', 'closed')]);
  const refused = { ok: false, rejection: 'collection_closed' };
  expect(await remind(scope, collection.id)).toEqual(refused);
  expect(await printLetters(callOf(printLettersEndpoint, params(scope, collection.id)))).toEqual(
    refused,
  );
  expect(
    await planReminders(
      callOf(planRemindersEndpoint, {
        ...params(scope, collection.id),
        body: { mode: 'automatic' },
      }),
    ),
  ).toEqual(refused);
});

test('the night reminds the collectes that ask for it, near a due date, and forgets those that ended', async () => {
  const { scope, collection, family } = await withMail();
  const silent = await withMail();
  await putNew({ pk: 'NATION', sk: 'D#06', kind: 'nation' });
  await planReminders(
    callOf(planRemindersEndpoint, { ...params(scope, collection.id), body: { mode: 'automatic' } }),
  );
  const count = async (one: { scope: CoopScope; collection: { id: string } }) =>
    (await listFamilyMails(one.scope, one.collection.id)).length;
  await remindAll(at('2026-04-22'));
  expect(await count({ scope, collection })).toBe(0);
  await Promise.all([remindAll(at('2026-04-23')), remindAll(at('2026-04-23'))]);
  expect(await count({ scope, collection })).toBe(1);
  expect(await count(silent)).toBe(0);
  expect(await listFamilyMails(scope, collection.id)).toMatchObject([
    { familyId: family.id, by: 'schedule' },
  ]);
  await commit([moveCollection(scope, collection.id, 'open', 'closed')]);
  await remindAll(at('2026-04-24'));
  expect(await isPlanned(scope, collection.id)).toBe(false);
});

test('the letters are printed for all the families', async () => {
  const { scope, collection } = await openedCollection({}, { expectedCents: cents(2_000) });
  const printed = await printLetters(callOf(printLettersEndpoint, params(scope, collection.id)));
  expect(printed).toMatchObject({ ok: true, value: { letterCount: 2 } });
});

test.each([
  ['asked to wait, it is tried again as if it had not been', '@attente.example', 'queued', 0],
  ['whatever else fails may have left: two attempts, no third', '@panne.example', 'dropped', 2],
  ['a refused address is noted', '@refuse.example', 'refused', 1],
] as const)('%s', async (_said, domain, state, attempts) => {
  const { scope, family } = await openedCollection({}, { contactMail: `x${domain}` });
  const { place } = await queuedReminder(scope, family);
  for (let time = 0; time < 4; time += 1)
    await sendFamilyMail(scope, place, at('2026-03-16')).catch(() => undefined);
  expect(await findFamilyMail(scope, place)).toMatchObject({ state, attempts });
});
