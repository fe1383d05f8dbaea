import type { Context } from 'aws-lambda';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handler } from '#functions/documents/handler.ts';
import { getObject } from '#functions/gateways/object-store.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { findAttachment } from '#functions/stores/attachments.ts';
import { listEntries } from '#functions/stores/entries.ts';
import { findPayout } from '#functions/stores/payouts.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { bookPayout, movementOf } from '#test/functions/payments/payouts/book-payout.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { newCoop } from '#test/support/calls.ts';
import { chargeOf } from '#test/support/messages.ts';
import { newCollection, startPlatform } from '#test/support/platform.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const lines = [1, 2].map((index) =>
  movementOf(chargeOf(index, undefined, { fee: 100, campaign: 'Classe de mer CM2' })),
);

/** The voucher of a payout as somebody holds it: the code is read at the foot of the paper. */
async function voucherOf(scope: CoopScope) {
  const payout = await findPayout(scope, 'jaikan', 'po_1');
  const kept = await findAttachment(scope, payout?.voucherId ?? '');
  const bytes = await getObject(kept?.objectKey ?? '');
  if (!kept || !bytes) throw new Error('no voucher');
  const text = (await readPdf(bytes)).pages.join(' ');
  const code = /(?:[0-9A-HJKMNP-TV-Z]{4} ){3}[0-9A-HJKMNP-TV-Z]{4}/u.exec(text)?.[0] ?? '';
  return { kept, text, code, sha256: sha256Hex(bytes) };
}

async function coopWithVoucher() {
  const scope = await newCoop();
  await newCollection(scope, { families: 1 });
  await bookPayout(scope, 'po_1', lines);
  return scope;
}

/** Asks as anybody does, without a session. */
async function verify(code: string) {
  const routeKey = 'GET /api/papers/{code}';
  const { statusCode, body = '' } = await handler(
    {
      version: '2.0',
      routeKey,
      rawPath: `/api/papers/${encodeURIComponent(code)}`,
      rawQueryString: '',
      headers: {},
      pathParameters: { code },
      isBase64Encoded: false,
      requestContext: { requestId: ulid(), http: { method: 'GET' } },
    } as never,
    { awsRequestId: ulid() } as Context,
  );
  return { status: statusCode, body };
}

test('the code on a paper proves its figures to anybody, and tells no name', async () => {
  const scope = await coopWithVoucher();
  const { code, text } = await voucherOf(scope);
  const { status, body } = await verify(code);
  expect(status).toBe(200);
  expect(JSON.parse(body)).toEqual({
    coopName: 'Coopérative des Tilleuls',
    provider: 'Jaïkan',
    payoutId: 'po_1',
    arrivalOn: '2026-03-16',
    entryNumber: 1,
    yearId: '2025',
    netCents: 8_800,
    lineCount: 2,
  });
  expect(text).toContain('Famille 1');
  expect(body).not.toContain('Famille');
});

test('a code typed in small letters, without spaces, with O and I and l for 0 and 1, is the same', async () => {
  const { code } = await voucherOf(await coopWithVoucher());
  const typed = code.replaceAll('0', 'o').replaceAll('1', 'l').toLowerCase();
  for (const same of [typed, code.replaceAll(' ', ''), code.replaceAll(' ', '-')])
    expect(await verify(same)).toMatchObject({ status: 200 });
});

test('a code of no paper answers 404, and says nothing else than any other', async () => {
  const { code } = await voucherOf(await coopWithVoucher());
  const wrong = code.startsWith('A') ? `B${code.slice(1)}` : `A${code.slice(1)}`;
  expect(await verify(wrong)).toMatchObject({ status: 404 });
  expect(await verify('ABCD ABCD ABCD ABCD')).toMatchObject({ status: 404 });
});

test.each(['4F2A', '4F2A 91C0 33BD 5E1', '4F2A 91C0 33BD 5E17 0', 'UUUU UUUU UUUU UUUU'])(
  'what cannot be a code is refused before anything is read: %s',
  async (typed) => {
    expect((await verify(typed)).status).toBe(422);
  },
);

test('A108: told again years later, the paper of a payout is the one that was stored', async () => {
  const scope = await coopWithVoucher();
  const before = await voucherOf(scope);
  expect(before.sha256).toBe(before.kept.sha256);
  await bookPayout(scope, 'po_1', lines, { now: '2028-03-16T09:00:00.000Z' });
  expect(await voucherOf(scope)).toEqual(before);
  const [entry] = await listEntries(scope, '2025');
  expect(entry).toMatchObject({ voucherSha256: before.sha256 });
});

test('A108: printed again by another hand, the same payments have the same fingerprint', async () => {
  const [first, second] = await Promise.all([coopWithVoucher(), coopWithVoucher()]);
  const fingerprintIn = ({ text }: { text: string }) => /[0-9a-f]{64}/u.exec(text)?.[0];
  const [one, other] = await Promise.all([voucherOf(first), voucherOf(second)]);
  expect(fingerprintIn(one)).toMatch(/^[0-9a-f]{64}$/u);
  expect(fingerprintIn(one)).toBe(fingerprintIn(other));
});
