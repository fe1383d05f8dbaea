import { afterAll, beforeAll, expect, test } from 'vitest';
import { centsOfEuros, numberEuros } from '#functions/gateways/platforms/answers.ts';
import { handler } from '#functions/payments/webhook.ts';
import { listPayments } from '#functions/stores/family-payments.ts';
import { failedBecause } from '#shared/domain/payments/held.ts';
import { chargeOf, payoutPaid, succeeded } from '#test/support/messages.ts';
import {
  coopWith,
  requestOf,
  standardHeaders,
  startPlatform,
  tell,
  workOnInbox,
} from '#test/support/platform.ts';
import {
  inboxOf,
  lyraAnswer,
  platformOf,
  signedByGoCardless,
  signedByLyra,
  signedByLyraForm,
  vadsFields,
} from '#test/support/signed.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const unreadable = { status: 'failed', reason: failedBecause.unreadable };

/** Signs a text as it is, has it worked on, and gives what the inbox says of it. */
async function told(text: string) {
  const { scope, token } = await coopWith({ families: 0 });
  const headers = standardHeaders({ id: 'msg_1', body: text });
  const { statusCode } = await handler(requestOf(token, headers, text));
  await workOnInbox(scope);
  return { statusCode, events: await inboxOf(scope) };
}

const message = JSON.stringify(succeeded(chargeOf(1, undefined))[1]);

test.each([
  ['A53: cut short', message.slice(0, -1)],
  ['A53: no JSON', 'bonjour'],
  ['A53: nothing', ''],
  ['A54: ten thousand levels', '['.repeat(10_000)],
  ['A54: ten thousand levels, closed', `{"type":"a","x":${'['.repeat(9_000)}${']'.repeat(9_000)}}`],
  [
    'A54: thousands of names',
    `{${Array.from({ length: 5_001 }, (_, at) => `"k${at}":0`).join(',')}}`,
  ],
  ['A55: a name of every object', message.replace('"movement_id"', '"__proto__":{},"movement_id"')],
  [
    'A55: the same, escaped',
    message.replace('"movement_id"', '"\\u005f_proto__":{},"movement_id"'),
  ],
  ['A55: the constructor', message.replace('"movement_id"', '"constructor":{},"movement_id"')],
  ['A55: an amount twice', message.replace('"gross_cents"', '"gross_cents":1,"gross_cents"')],
  [
    'A55: the same, escaped',
    message.replace('"gross_cents"', '"gross\\u005fcents":1,"gross_cents"'),
  ],
])('%s: authentic, kept as it came, without effect', async (_, text) => {
  expect(await told(text)).toMatchObject({
    statusCode: 200,
    events: [{ ...unreadable, payload: text }],
  });
});

test.each(['10.5', '"10"', '1e3', '-0', '9007199254740993', '"NaN"', 'null', '-4500', '0'])(
  'A56: a charge of %s has no effect',
  async (amount) => {
    const text = message
      .replace('"gross_cents":4500', `"gross_cents":${amount}`)
      .replace('"net_cents":4500', `"net_cents":${amount}`);
    expect(text).toContain(`"gross_cents":${amount}`);
    expect(await told(text)).toMatchObject({ statusCode: 200, events: [unreadable] });
  },
);

test.each(['45.5', '-4500', '"4500"', '99999999999999'])(
  'A56: an amount of %s in an answer of Lyra has no effect',
  async (amount) => {
    const { scope, send } = await platformOf('lyra');
    const text = JSON.stringify(lyraAnswer()).replace('"amount":4500', `"amount":${amount}`);
    expect(await send(signedByLyra(text))).toBe(200);
    await workOnInbox(scope);
    expect(await inboxOf(scope)).toMatchObject([unreadable]);
  },
);

test.each(['45.00', '-4500', '+4500', '04500', '4 500', ''])(
  'A56: an amount of « %s » in a form has no effect',
  async (amount) => {
    const { scope, send } = await platformOf('lyra-form');
    expect(await send(signedByLyraForm(vadsFields({ vads_amount: amount })))).toBe(200);
    await workOnInbox(scope);
    expect(await inboxOf(scope)).toMatchObject([unreadable]);
  },
);

test.each([
  ['10.00', 1_000],
  ['10.0', 1_000],
  ['1,00', undefined],
  ['10.005', undefined],
])('A57: the decimal « %s » is read as %s cents', (text, amount) => {
  expect(centsOfEuros(text)).toBe(amount);
});

test.each(['1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-02-30T00:00:00Z', 'hier'])(
  'a message dated %s is kept without effect',
  async (paidAt) => {
    const text = message.replace('2026-03-03T09:00:00Z","data', `${paidAt}","data`);
    const dated = text.replace('"paid_at":"2026-03-03T09:00:00Z"', `"paid_at":"${paidAt}"`);
    const { events } = await told(dated);
    expect(events).toMatchObject([{ status: expect.stringMatching(/^(?:failed|held)$/u) }]);
  },
);

test('A57: a float of SumUp is read through its text', () => {
  expect(numberEuros.parse(132.45)).toBe(13_245);
  expect(numberEuros.safeParse(10.005).success).toBe(false);
});

test.each(['USD', 'GBP', 'JPY', 'eur', ''])('A59: %s is never booked', async (currency) => {
  const { scope, send } = await platformOf('lyra');
  await send(signedByLyra(lyraAnswer({ currency })));
  const form = await platformOf('lyra-form');
  await form.send(signedByLyraForm(vadsFields({ vads_currency: '840' })));
  await workOnInbox(scope);
  await workOnInbox(form.scope);
  const other = { status: 'failed', reason: failedBecause.other_currency };
  expect(await inboxOf(scope)).toMatchObject([other]);
  expect(await inboxOf(form.scope)).toMatchObject([other]);
});

test('A60: an event of an unknown kind is kept, and does nothing', async () => {
  expect(await told('{"type":"payment.dreamt","data":{}}')).toMatchObject({
    statusCode: 200,
    events: [{ type: 'payment.dreamt', status: 'ignored' }],
  });
  const { scope, send } = await platformOf('gocardless');
  const event = { id: 'EV1', resource_type: 'mandates', action: 'created', links: {} };
  await send(signedByGoCardless({ events: [event] }));
  await workOnInbox(scope);
  expect(await inboxOf(scope)).toMatchObject([{ type: 'mandates.created', status: 'ignored' }]);
});

test('A61: a name is made one plain line before it is kept', async () => {
  const { scope, token, collectionId, charges } = await coopWith({ families: 1 });
  const name = '=cmd()\u202E Zoe\u0301 \u0000😀';
  await tell(scope, token, succeeded({ ...charges[0]!, payer_name: name }));
  expect(await listPayments(scope, collectionId)).toMatchObject([{ payerName: '=cmd() Zoé 😀' }]);
  const long = succeeded({ ...chargeOf(9, undefined), payer_name: 'x'.repeat(5_000) });
  await tell(scope, token, long);
  expect(await inboxOf(scope)).toContainEqual(expect.objectContaining(unreadable));
});

test('a payout of a hundred lines is not taken for a flood of names', async () => {
  const { scope, token } = await coopWith({ families: 0 });
  const lines = Array.from({ length: 100 }, (_, index) => chargeOf(index, undefined));
  await tell(scope, token, payoutPaid('jp_1', lines));
  expect(await inboxOf(scope)).toMatchObject([{ status: 'held' }]);
});
