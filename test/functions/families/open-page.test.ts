import { readFileSync } from 'node:fs';
import type { Context } from 'aws-lambda';
import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { handler } from '#functions/families/handler.ts';
import { colours } from '#functions/families/style.ts';
import type { HttpEvent } from '#functions/platform/http.ts';
import { moveCollection } from '#functions/stores/collections.ts';
import { notePayment } from '#functions/stores/family-payments.ts';
import { commit } from '#functions/stores/table.ts';
import { aPayment, openedCollection } from './family.ts';

const ask = async (
  routeKey: string,
  pathParameters: Record<string, string>,
  queryStringParameters?: Record<string, string>,
) => {
  const [method = '', path = ''] = routeKey.split(' ');
  const answer = await handler(
    {
      version: '2.0',
      routeKey,
      headers: { origin: 'null', 'content-type': 'application/x-www-form-urlencoded' },
      pathParameters,
      ...(queryStringParameters && { queryStringParameters }),
      requestContext: { requestId: ulid(), http: { method, path } },
      isBase64Encoded: false,
    } as unknown as HttpEvent,
    {} as Context,
  );
  return { status: answer.statusCode, headers: answer.headers ?? {}, body: answer.body ?? '' };
};

const page = (token: string, query?: Record<string, string>) =>
  ask('GET /f/{token}', { token }, query);
const today = day(new Date().toISOString().slice(0, 10));
/** As a reader sees it: without tags, spaces as one. */
const read = (body: string): string =>
  body
    .replace(/<style>.*?<\/style>/su, '')
    .replace(/<[^>]+>/gu, ' ')
    .replace(/[\s\u00A0\u202F]+/gu, ' ');

test('a family reads what is asked, by when, its reference and how to pay', async () => {
  const { family, other } = await openedCollection({
    paymentPage: { provider: 'stripe', url: 'https://buy.stripe.com/abc?x=1' },
  });
  const { status, body } = await page(family.token);
  expect(status).toBe(200);
  const said = read(body);
  for (const words of [
    'École élémentaire des Tilleuls, Nice',
    'Classe de mer',
    'Pour Léa M., CM2',
    '45,00 €',
    '30 avril 2026',
    'Participation volontaire',
    family.reference,
    'à l’ordre de',
  ])
    expect(said).toContain(words);
  expect(body).toContain(
    `href="https://buy.stripe.com/abc?x=1&amp;client_reference_id=${family.reference}"`,
  );
  expect(body).not.toContain(other.reference);
  expect(body).not.toMatch(/<script|javascript:| style="| on\w+="/iu);
});

test('a free contribution keeps its way to pay, on the page of each family too', async () => {
  const { family } = await openedCollection(
    {
      kind: 'contribution',
      expectedCents: cents(0),
      paymentPage: { provider: 'stripe', url: 'https://buy.stripe.com/abc' },
    },
    { expectedCents: cents(0) },
  );
  const { body } = await page(family.token);
  expect(read(body)).toContain('Montant libre');
  expect(read(body)).toContain('Payer en ligne');
});

test.each(['toString', 'constructor', '__proto__'])(
  'what was done is said by our words only, not by %s',
  async (fait) => {
    const { family } = await openedCollection();
    expect((await page(family.token, { fait })).body).not.toMatch(/native code|role="status"/u);
  },
);

test('every answer is kept by nobody, followed by nobody, and runs nothing', async () => {
  const { family } = await openedCollection();
  for (const { headers } of [await page(family.token), await page('x'.repeat(22))]) {
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/u);
    expect(headers['content-security-policy']).not.toContain('script');
  }
});

test('a family sees its own payments and never those of another', async () => {
  const { scope, family, other } = await openedCollection();
  await commit([
    notePayment(scope, aPayment(family, { grossCents: cents(2_000) })),
    notePayment(scope, aPayment(other, { grossCents: cents(3_333), payerName: 'Anne Delmas' })),
  ]);
  const said = read((await page(family.token)).body);
  expect(said).toContain('25,00 € restent à payer sur 45,00 €');
  expect(said).toContain('Total reçu : 20,00 €');
  for (const foreign of ['33,33', 'Delmas', 'Zoé']) expect(said).not.toContain(foreign);
});

test('the page of the collecte shows no family and no payment', async () => {
  const { scope, collection, family } = await openedCollection();
  await commit([notePayment(scope, aPayment(family))]);
  const { status, body } = await page(collection.shareToken);
  expect(status).toBe(200);
  for (const foreign of ['Léa', family.reference, 'Vos paiements', '/recu/'])
    expect(body).not.toContain(foreign);
});

test.each([
  ['B-062', '<script>alert(1)</script>'],
  ['B-063', '"><img src=x onerror=alert(1)>'],
  ['B-064', 'javascript:alert(1)'],
  ['B-065', '{{7*7}} ${7*7} <%= 7*7 %>'],
  ['B-066', "'; DROP TABLE familles; --"],
])('%s: %s is shown as it was typed, and does nothing', async (_id, typed) => {
  const { family } = await openedCollection({ title: typed, purpose: typed }, { pupil: typed });
  const { body } = await page(family.token);
  expect(body).not.toContain('<script');
  expect(body).not.toContain('<img');
  expect(body).not.toContain('href="javascript');
  const shown = typed
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
  expect(body).toContain(shown);
});

test('unknown, malformed, closed and cancelled links: one page, the same for all, in the same time', async () => {
  const timed = async (token: string) => {
    const startedAt = performance.now();
    const { status, body } = await page(token);
    expect(performance.now() - startedAt).toBeGreaterThan(190);
    return { status, body };
  };
  const unknown = await timed('a'.repeat(22));
  expect(unknown.status).toBe(404);
  expect(read(unknown.body)).toContain('Cette page n’est pas disponible');
  expect(await timed('../../etc')).toEqual(unknown);
  expect(await timed('é'.repeat(500))).toEqual(unknown);
  for (const status of ['closed', 'cancelled'] as const) {
    const { scope, collection, family } = await openedCollection();
    await commit([moveCollection(scope, collection.id, 'open', status)]);
    expect(await timed(family.token)).toEqual(unknown);
    expect(await timed(collection.shareToken)).toEqual(unknown);
  }
});

test('a family that paid still reads its receipts once the collecte has ended', async () => {
  const { scope, collection, family } = await openedCollection();
  await commit([notePayment(scope, aPayment(family))]);
  await commit([moveCollection(scope, collection.id, 'open', 'cancelled')]);
  const { status, body } = await page(family.token);
  expect(status).toBe(200);
  expect(read(body)).toContain('Cette collecte est annulée');
  expect(read(body)).toContain('À vous rendre : 45,00 €');
  expect(body).not.toContain('Payer en ligne');
});

test('W-08: the return page never believes the address, before nor after the webhook', async () => {
  const { scope, family } = await openedCollection();
  const before = await page(family.token, { retour: 'succeeded', montant: '4500' });
  expect(read(before.body)).toContain('Paiement en cours de confirmation');
  expect(read(before.body)).toContain('45,00 € à payer');
  const payment = aPayment(family, { paidOn: today });
  await commit([notePayment(scope, payment)]);
  const after = await page(family.token, { retour: 'failed' });
  expect(read(after.body)).toContain('Votre paiement est arrivé');
  expect(after.body).toContain(`/f/${family.token}/recu/${payment.id}`);
});

test('a receipt is for a payment of the family that arrived, and for no other', async () => {
  const { scope, family, other } = await openedCollection();
  const own = aPayment(family, { id: 'stripe.pi_3', means: 'cheque', chequeNumber: '0001234' });
  const foreign = aPayment(other);
  const pending = aPayment(family, { state: 'pending' });
  await commit([own, foreign, pending].map((payment) => notePayment(scope, payment)));
  const receipt = (paymentId: string) =>
    ask('GET /f/{token}/recu/{paymentId}', { token: family.token, paymentId });
  const { status, body } = await receipt(own.id);
  expect(status).toBe(200);
  const said = read(body);
  for (const words of ['Reçu de paiement', '45,00 €', '16 mars 2026', 'Sous réserve'])
    expect(said).toContain(words);
  expect(said).toContain('Ce n’est pas un reçu fiscal');
  for (const id of [foreign.id, pending.id, 'x', '']) expect((await receipt(id)).status).toBe(404);
});

test('a seat is confirmed and declined by a form, and never below what there is', async () => {
  const { family, other } = await openedCollection({ capacity: 1 });
  const answer = (token: string, said: string) =>
    ask('POST /f/{token}/place/{answer}', { token, answer: said });
  expect(await answer(family.token, 'confirmer')).toMatchObject({
    status: 303,
    headers: { location: `/f/${family.token}?fait=place-confirmee` },
  });
  expect(await answer(family.token, 'confirmer')).toMatchObject({ status: 303 });
  expect((await answer(other.token, 'confirmer')).headers['location']).toContain('fait=complet');
  expect(read((await page(other.token)).body)).toContain('Toutes les places sont prises');
  await answer(family.token, 'decliner');
  expect((await answer(other.token, 'confirmer')).headers['location']).toContain('confirmee');
  expect((await answer(other.token, 'peut-etre')).status).toBe(404);
  expect((await answer('y'.repeat(22), 'confirmer')).status).toBe(404);
});

test('two families ask for the last seat at once: one has it', async () => {
  const { family, other } = await openedCollection({ capacity: 1 });
  const answers = await Promise.all(
    [family, other].map(({ token }) =>
      ask('POST /f/{token}/place/{answer}', { token, answer: 'confirmer' }),
    ),
  );
  expect(
    answers.map(({ headers }) => String(headers['location']).split('fait=')[1]).toSorted(),
  ).toEqual(['complet', 'place-confirmee']);
});

test('the calendar holds what is left to pay, as whole days', async () => {
  const { scope, family } = await openedCollection({
    instalments: [
      { dueOn: day('2026-03-31'), amountCents: cents(2_000) },
      { dueOn: day('2026-04-30'), amountCents: cents(2_500) },
    ],
  });
  await commit([notePayment(scope, aPayment(family, { grossCents: cents(2_000) }))]);
  const { headers, body } = await ask('GET /f/{token}/echeances.ics', { token: family.token });
  expect(headers['content-type']).toContain('text/calendar');
  expect(body.match(/BEGIN:VEVENT/gu)).toHaveLength(1);
  expect(body).toContain('DTSTART;VALUE=DATE:20260430');
  expect(body).toContain('DTEND;VALUE=DATE:20260501');
});

test('the colours are those of the portal', () => {
  const tokens = readFileSync('web/src/ui/tokens.css', 'utf8');
  for (const [name, [light, dark]] of Object.entries(colours))
    expect(tokens).toContain(`--${name}: light-dark(${light}, ${dark});`);
});
