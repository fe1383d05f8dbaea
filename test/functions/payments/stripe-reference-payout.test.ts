import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { listEntries } from '#functions/stores/entries.ts';
import { findYear } from '#functions/stores/years.ts';
import { startPlatform } from '#test/support/platform.ts';
import { readSample, samplesIn } from '#test/support/samples.ts';
import {
  inboxStatus,
  nextId,
  payoutObject,
  register,
  stripeCoopWith,
} from '#test/support/stripe.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const sampleNames = samplesIn('webhooks/stripe');

describe.skipIf(!sampleNames)('the reference payout of 26 families', () => {
  const linesSchema = z.object({
    data: z.array(z.looseObject({ type: z.string(), source: z.string() })),
  });
  const number = (source: string): string => source.slice(-4);

  test('2 944,62 € in the bank, 55,38 € of fee, one refund of 120 €', async () => {
    const { scope, tell } = await stripeCoopWith(1);
    const sample = linesSchema.parse(
      readSample('webhooks/stripe/CONSTR-balance_transactions-of-payout.json'),
    );
    const payoutId = nextId('po');
    const expanded = sample.data.map((line) => {
      if (line.type === 'payout') return line;
      const intent = line.type === 'refund' ? '0007' : number(line.source);
      const source = {
        id: line.source,
        charge: `ch_${intent}`,
        payment_intent: `pi_${intent}`,
        metadata: { campaign: 'Classe de mer CM2' },
      };
      return { ...line, source };
    });
    await register(payoutId, expanded);
    await tell('payout.paid', payoutObject(payoutId, 294_462));
    expect(await findYear(scope, '2025')).toMatchObject({
      balanceCents: { '512': 294_462, '6278': 5_538, '7080': -300_000 },
    });
  });

  test('one cent off, and no entry is written', async () => {
    const { scope, tell } = await stripeCoopWith(1);
    const sample = linesSchema.parse(
      readSample('webhooks/stripe/CONSTR-balance_transactions-1-cent-off.json'),
    );
    const payoutId = nextId('po');
    await register(payoutId, sample.data);
    const { id } = await tell('payout.paid', payoutObject(payoutId, 294_462));
    expect(await inboxStatus(scope, id)).toBe('held');
    expect(await listEntries(scope, '2025')).toEqual([]);
  });
});
