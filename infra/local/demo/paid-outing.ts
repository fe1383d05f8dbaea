import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { addDays, type Day } from '#shared/domain/dates.ts';
import { fiscalYearIdOf, newFiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { demoId } from './chance.ts';
import { pupils } from './collections.ts';
import { mainCoopId } from './coops.ts';
import { demoEndpoints } from './secrets.ts';
import { sendAs, type Send } from './send-as.ts';

const title = 'Visite du planétarium';
const priceCents = 1_200;
const feeCents = 24;
const familyCount = 24;
/** The last families have not answered yet. */
const paidCount = 21;
/** Some families gave an address: their receipts are in the local outbox. */
const withMail = 6;

const openedSchema = z.object({ families: z.array(z.object({ reference: z.string() })) });
const payoutsSchema = z.object({
  payouts: z.array(z.object({ entryId: z.string().optional() })),
});

/**
 * An outing whose families have paid on the platform: its signed messages come in, the payout is
 * one entry with its voucher. Ends once it is booked.
 */
export async function payOuting(origin: string, today: Day): Promise<void> {
  const send = await sendAs(origin, 'demo-mandataire');
  const { startOn: earliest } = newFiscalYear(fiscalYearIdOf(today));
  const within = (on: Day): Day => (on < earliest ? earliest : on);
  const opened = addDays(today, -28);
  const collectionId = demoId(opened, 'outing');
  const answer = await send('PUT', `/api/coops/${mainCoopId}/collections/${collectionId}`, {
    title,
    purpose: 'Séance, atelier et car : la mairie paie la moitié du car.',
    accountNumber: '7080',
    expectedCents: priceCents,
    dueOn: addDays(today, 10),
    startsOn: addDays(today, 17),
    families: pupils.slice(0, familyCount).map((pupil, index) => ({
      id: demoId(opened, `outing ${pupil}`),
      pupil,
      className: index % 2 === 0 ? 'CE1' : 'CE2',
      ...(index < withMail && { contactMail: `famille${index + 1}@familles.example` }),
    })),
  });
  const { families } = openedSchema.parse(answer);
  const lines = families.slice(0, paidCount).map((family, index) => ({
    movement_id: `mv_outing_${index + 1}`,
    kind: 'charge',
    payment_id: `outing_${index + 1}`,
    family_ref: family.reference,
    payer_name: `Famille ${pupils[index]?.split(' ')[1]}`,
    campaign: title,
    gross_cents: priceCents,
    fee_cents: feeCents,
    net_cents: priceCents - feeCents,
    paid_at: `${within(addDays(today, index - 26))}T1${index % 10}:30:00Z`,
  }));
  for (const data of lines) await tell(origin, data.payment_id, 'payment.succeeded', data);
  const arrival = within(addDays(today, -3));
  await tell(origin, 'outing_payout', 'payout.paid', {
    payout: {
      id: 'po_outing',
      amount_cents: paidCount * (priceCents - feeCents),
      fee_cents: paidCount * feeCents,
      arrival_date: arrival,
      bank_reference: `JAIKAN ${arrival.replaceAll('-', '')}`,
      lines_count: lines.length,
    },
    lines,
  });
  await untilBooked(send);
}

/** One message of the platform, signed as it does (Standard Webhooks). */
async function tell(origin: string, id: string, type: string, data: unknown): Promise<void> {
  const [{ secret, token, provider }] = demoEndpoints;
  const sentAt = new Date();
  const timestamp = String(Math.floor(sentAt.getTime() / 1_000));
  const body = JSON.stringify({ type, timestamp: sentAt.toISOString(), data });
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  const answer = await fetch(`${origin}/hooks/${provider}/${token}`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    },
  });
  if (!answer.ok) throw new Error(`message ${id}: ${answer.status}`);
}

async function untilBooked(send: Send): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    const { payouts } = payoutsSchema.parse(await send('GET', `/api/coops/${mainCoopId}/payouts`));
    if (payouts.some(({ entryId }) => entryId !== undefined)) return;
    await sleep(250);
  }
  throw new Error('the payout of the outing is not booked');
}
