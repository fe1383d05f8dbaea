import { afterAll, beforeAll, expect, test } from 'vitest';
import { findCollectionEndpoint } from '#shared/contract/collections/collection.ts';
import { listPayoutsEndpoint } from '#shared/contract/payments/inbox.ts';
import { findCollection } from '#functions/collections/list-collections.ts';
import { getObject } from '#functions/gateways/object-store.ts';
import { listPayouts } from '#functions/payments/list-payouts.ts';
import { sweepEndpoint } from '#functions/payments/sweeps/sweep-endpoint.ts';
import { handler } from '#functions/payments/webhook.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { findAttachment } from '#functions/stores/attachments.ts';
import { listEntries } from '#functions/stores/entries.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { findEndpoint, tokenDigest } from '#functions/stores/webhook-endpoints.ts';
import { findYear } from '#functions/stores/years.ts';
import { pdfText } from '#test/support/read-pdf.ts';
import { callOf, newCoop } from '#test/support/calls.ts';
import { shuffled } from '#test/support/messages.ts';
import {
  newCollection,
  newEndpoint,
  requestOf,
  secrets,
  startPlatform,
  workOnInbox,
} from '#test/support/platform.ts';
import { bring } from '#test/support/reports.ts';
import { inboxOf, platformAnswers, type Signed } from '#test/support/signed.ts';
import { nextId } from '#test/support/stripe.ts';
import { lyra, lyraForm, payPlug } from '#test/support/trips/filed.ts';
import {
  helloAsso,
  helloAssoByAddress,
  mollie,
  mollieSigned,
  sumUp,
} from '#test/support/trips/swept.ts';
import { goCardless, standard, stripe } from '#test/support/trips/told.ts';
import { arrivalOn, grossCents, sweptAt, type TripPlatform } from '#test/support/trips/trip.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const slowMs = 120_000;

/** A trip of thirty families on a platform: `play` is everything it says, `again` all of it anew. */
async function tripOn({ endpoint, apiUrl, sourceIp, tell }: TripPlatform) {
  const scope = await newCoop();
  const account = endpoint.accountId ?? nextId('account').replaceAll('_', '-');
  const apiKeyName = `/test/${account}`;
  secrets[apiKeyName] = `${account}:secret`;
  const token = await newEndpoint(scope, {
    accountId: account,
    ...(apiUrl !== undefined && { apiKeyName }),
    ...endpoint,
  });
  const { collection, families } = await newCollection(scope, { expectedCents: grossCents });
  const payers = families.slice(0, 27).map(({ reference }, index) => ({ index, reference }));
  const { messages, answers, file } = tell(payers, account);
  const { provider } = endpoint;
  if (apiUrl !== undefined) await platformAnswers(apiUrl, answers ?? []);

  const send = async ({ headers, body }: Signed) =>
    (await handler(requestOf(token, headers, body, { provider, ...(sourceIp && { sourceIp }) })))
      .statusCode;
  const sweep = async () => {
    const digest = tokenDigest(token);
    const found = await findEndpoint(digest);
    const asked = { endpoint: digest, watermark: sweptAt };
    if (found && apiUrl !== undefined) await sweepEndpoint(found, asked, 'night', sweptAt);
  };
  const tellAll = async (sent: readonly Signed[], seed: string) => {
    for (const message of shuffled(sent, seed)) expect(await send(message)).toBe(200);
    expect(await workOnInbox(scope)).toBe(0);
    await sweep();
    expect(await workOnInbox(scope)).toBe(0);
    if (file) await bring(scope, provider, file.content, file.query);
    expect(await workOnInbox(scope)).toBe(0);
  };
  return {
    scope,
    collectionId: collection.id,
    pupils: families.slice(0, 27).map(({ pupil }) => pupil),
    play: () => tellAll([...messages, ...messages.slice(0, 5)], endpoint.scheme),
    again: () => tellAll(messages, `${endpoint.scheme} again`),
  };
}

/** All that the books and the collecte hold. */
async function stateOf(scope: CoopScope, collectionId: string) {
  const params = { coopId: scope.coopId, collectionId };
  const shown = await findCollection(callOf(findCollectionEndpoint, { scope, params }));
  const paid = await listPayouts(
    callOf(listPayoutsEndpoint, { scope, params: { coopId: scope.coopId } }),
  );
  if (!shown.ok || !paid.ok) throw new Error('not found');
  return {
    entries: await listEntries(scope, '2025'),
    year: await findYear(scope, '2025'),
    shown: shown.value,
    payouts: paid.value.payouts,
  };
}

async function voucherText(scope: CoopScope, attachmentId = '', sha256?: string) {
  const voucher = await findAttachment(scope, attachmentId);
  const bytes = (await getObject(voucher?.objectKey ?? '')) ?? new Uint8Array();
  expect(sha256Hex(bytes)).toBe(sha256);
  return pdfText(bytes);
}

test.each<[string, TripPlatform]>([
  ['standard, lines in the message of the payout', standard],
  ['stripe, lines read from its API', stripe],
  ['helloasso, signed; the cash-out found by the sweep', helloAsso],
  ['helloasso-address, unsigned; the cash-out found by the sweep', helloAssoByAddress],
  ['lyra, the payout from its bank reconciliation journal', lyra],
  ['lyra-form, the payout from its bank reconciliation journal', lyraForm],
  ['gocardless, many events in a message, fees in tenths of a cent', goCardless],
  ['mollie, unsigned; the settlement found by the sweep', mollie],
  ['mollie, signed events; the settlement found by the sweep', mollieSigned],
  ['sumup, unsigned; the payout found by the sweep', sumUp],
  ['payplug, unsigned; the payout from a file whose columns a person names', payPlug],
])(
  'a trip of 30 families is one entry: %s',
  async (_, platform) => {
    const { scope, collectionId, pupils, play, again } = await tripOn(platform);
    await play();

    const state = await stateOf(scope, collectionId);
    const { feesCents } = platform;
    const gross = 27 * grossCents;
    expect(state.entries).toMatchObject([
      {
        status: 'posted',
        kind: 'payout',
        entryDate: arrivalOn,
        collectionId,
        lines: [
          { accountNumber: '512', side: 'debit', amountCents: gross - feesCents },
          ...(feesCents > 0
            ? [{ accountNumber: '6278', side: 'debit', amountCents: feesCents }]
            : []),
          { accountNumber: '7080', side: 'credit', amountCents: gross },
        ],
      },
    ]);
    expect(state.year).toMatchObject({
      lastNumber: 1,
      balanceCents: { '512': gross - feesCents, '7080': -gross },
    });
    expect(state.shown.collection).toMatchObject({
      familyCount: 30,
      paidCount: 27,
      receivedCents: gross,
    });
    expect(state.shown.payments).toHaveLength(27);
    expect(new Set(state.shown.payments.map((payment) => payment.state))).toEqual(
      new Set(['booked']),
    );
    const [entry] = state.entries;
    expect(state.payouts).toMatchObject([
      {
        status: 'paid',
        grossCents: gross,
        feeCents: feesCents,
        netCents: gross - feesCents,
        entryId: entry?.id,
        voucherId: entry?.attachmentIds[0],
      },
    ]);
    const text = await voucherText(scope, entry?.attachmentIds[0], entry?.voucherSha256);
    for (const pupil of pupils) expect(text).toContain(` ${pupil} `);
    expect(text).toContain('1 215,00 €');
    const events = await inboxOf(scope);
    expect(new Set(events.map(({ status }) => status))).toEqual(new Set(['done']));

    await again();
    expect(await stateOf(scope, collectionId)).toEqual(state);
  },
  slowMs,
);
