import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shuffled } from '#test/support/messages.ts';
import { inParts } from '#test/support/trips/trip.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { callerOf, type Caller } from './support/caller.ts';
import { deliver, startDelivery } from './support/deliver.ts';
import { pdfText } from '#test/support/read-pdf.ts';
import { PortalProcess } from './support/portal-process.ts';
import type { Delivery } from './support/send-webhooks.ts';
import { yearId } from './support/calendar.ts';
import { feeCents, priceCents, tripMessages, type TripFamily } from './support/trip.ts';

const seed = process.env['BURST_SEED'] ?? 'four power cuts';
const kills = 4;
const coop = '/api/coops/oliviers-nice';
const title = 'Nuit au refuge';

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly collectionId?: string;
  readonly voucherSha256?: string;
  readonly attachmentIds: readonly string[];
  readonly lines: readonly { accountNumber: string; side: string; amountCents: number }[];
}

let portal: PortalProcess;
beforeAll(async () => {
  portal = await PortalProcess.start();
});
afterAll(() => portal?.stop());

const yearPath = `${coop}/years/${yearId}`;

async function entriesOf(camille: Caller): Promise<readonly Entry[]> {
  const all: Entry[] = [];
  let after: string | undefined = '';
  while (after !== undefined) {
    const query = after === '' ? '' : `?after=${after}`;
    const page: { entries: Entry[]; next?: string } = await camille.get(
      `${yearPath}/entries${query}`,
    );
    all.push(...page.entries);
    after = page.next;
  }
  return all;
}

/** All that the books and the collecte hold. */
async function stateOf(camille: Caller, collectionId: string) {
  return {
    entries: await entriesOf(camille),
    year: await camille.get<{ balanceCents: Record<string, number> }>(yearPath),
    shown: await camille.get<{
      collection: { familyCount: number; paidCount: number; receivedCents: number };
      payments: readonly { state: string; platformReference: string }[];
    }>(`${coop}/collections/${collectionId}`),
  };
}

/** The balances that the posted entries give, debits above zero. */
function recount(entries: readonly Entry[]): Record<string, number> {
  const balances: Record<string, number> = {};
  for (const { lines } of entries.filter(({ status }) => status === 'posted'))
    for (const { accountNumber, side, amountCents } of lines)
      balances[accountNumber] =
        (balances[accountNumber] ?? 0) + (side === 'debit' ? amountCents : -amountCents);
  return balances;
}

const withoutZeros = (balances: Record<string, number>) =>
  Object.fromEntries(Object.entries(balances).filter(([, amount]) => amount !== 0));

/**
 * When a round is cut: once so many of its messages were answered, and so many milliseconds later,
 * the same for the same seed. Counted in answers it is within the burst, however slow the machine.
 */
function momentOf(round: number, messages: number): { answers: number; thenMs: number } {
  const drawn = createHash('sha256').update(`${seed}|${round}`).digest();
  return {
    answers: 1 + (drawn.readUInt32BE(0) % (messages - 1)),
    thenMs: drawn.readUInt32BE(4) % 250,
  };
}

async function openTrip(camille: Caller): Promise<{ id: string; families: TripFamily[] }> {
  const id = ulid();
  const { families } = await camille.put<{ families: TripFamily[] }>(`${coop}/collections/${id}`, {
    title,
    accountNumber: '7080',
    expectedCents: priceCents,
    dueOn: `${Number(yearId) + 1}-08-31`,
    families: Array.from({ length: 30 }, (_, index) => ({
      id: ulid(),
      pupil: `Élève${index + 1} Martin`,
      className: 'CM1',
    })),
  });
  return { id, families };
}

async function platform(): Promise<Omit<Delivery, 'messages'>> {
  const told = await fetch(`${portal.url}/local/demo`);
  const { endpoints } = (await told.json()) as {
    endpoints: { provider: string; path: string; secret: string }[];
  };
  const found = endpoints.find(({ provider }) => provider === 'jaikan');
  if (!found) throw new Error('no endpoint');
  return { url: `${portal.url}${found.path}`, secret: found.secret };
}

type Messages = Delivery['messages'];

/** Sends what it may until the portal dies under it; the answer is what was not acknowledged. */
async function sendUntilKilled(
  to: Omit<Delivery, 'messages'>,
  messages: Messages,
  { answers, thenMs }: ReturnType<typeof momentOf>,
) {
  const { answered, statuses } = startDelivery({ ...to, messages });
  await answered(answers);
  await sleep(thenMs);
  await portal.kill();
  const said = await statuses;
  expect(said.filter((status) => status !== 0 && status !== 200)).toEqual([]);
  return messages.filter((_, index) => said[index] !== 200);
}

const statusesOf = async (camille: Caller, ids: ReadonlySet<string>) => {
  const { events } = await camille.get<{ events: { eventId: string; status: string }[] }>(
    `${coop}/inbox`,
  );
  return events.filter(({ eventId }) => ids.has(eventId)).map(({ status }) => status);
};

/** Four starts of the portal: some seconds each, many more when the machine is busy. */
const slowMs = 300_000;
const worked = { timeout: 90_000, interval: 250 };

test(
  `kill -9 at four moments of the burst loses and doubles nothing (${seed})`,
  async () => {
    const to = await platform();
    let camille = await callerOf(portal.url, 'camille.roux@oliviers.example');
    const { id: collectionId, families } = await openTrip(camille);
    const before = await stateOf(camille, collectionId);
    const { payments, payout } = tripMessages(families.slice(0, 27), title);
    const told = [...payments, payout];
    const ids = new Set(told.map(({ id }) => id));

    const burst = shuffled([...told, ...payments.slice(0, 9), payout], seed);
    let left: Messages = [];
    for (const [round, part] of inParts(burst, Math.ceil(burst.length / kills)).entries()) {
      const messages = [...left, ...part];
      left = await sendUntilKilled(to, messages, momentOf(round, messages.length));
      await portal.run();
    }
    if (left.length > 0)
      expect(new Set(await deliver({ ...to, messages: left }))).toEqual(new Set([200]));
    camille = await callerOf(portal.url, 'camille.roux@oliviers.example');
    await expect
      .poll(() => statusesOf(camille, ids), worked)
      .toEqual(Array<string>(28).fill('done'));

    const state = await stateOf(camille, collectionId);
    const known = new Set(before.entries.map(({ id }) => id));
    const added = state.entries.filter(({ id }) => !known.has(id));
    const gross = 27 * priceCents;
    const fees = 27 * feeCents;
    expect(added).toMatchObject([
      {
        kind: 'payout',
        status: 'posted',
        collectionId,
        lines: [
          { accountNumber: '512', side: 'debit', amountCents: gross - fees },
          { accountNumber: '6278', side: 'debit', amountCents: fees },
          { accountNumber: '7080', side: 'credit', amountCents: gross },
        ],
      },
    ]);
    expect(state.shown.collection).toMatchObject({
      familyCount: 30,
      paidCount: 27,
      receivedCents: gross,
    });
    expect(state.shown.payments.map((payment) => payment.state)).toEqual(
      Array<string>(27).fill('booked'),
    );
    expect(new Set(state.shown.payments.map((one) => one.platformReference)).size).toBe(27);
    expect(withoutZeros(state.year.balanceCents)).toEqual(withoutZeros(recount(state.entries)));

    const { url } = await camille.get<{ url: string }>(
      `${coop}/attachments/${added[0]?.attachmentIds[0]}`,
    );
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    expect(sha256Hex(bytes)).toBe(added[0]?.voucherSha256);
    expect((await pdfText(bytes)).match(/pay_\d+/gu)).toHaveLength(27);

    // What comes last in the inbox is worked on last: once it is ignored, all was played again.
    const timestamp = new Date().toISOString();
    const last = { id: 'msg_last', body: { type: 'statement.ready', timestamp, data: {} } };
    const again = [...shuffled(told, 'again'), last];
    expect(new Set(await deliver({ ...to, messages: again }))).toEqual(new Set([200]));
    await expect.poll(() => statusesOf(camille, new Set([last.id])), worked).toEqual(['ignored']);
    expect(await stateOf(camille, collectionId)).toEqual(state);
  },
  slowMs,
);
