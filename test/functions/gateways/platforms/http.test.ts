import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { centsOfEuros, instant, partsOf } from '#functions/gateways/platforms/answers.ts';
import { inPath } from '#functions/gateways/platforms/http.ts';
import { payPlugApi } from '#functions/gateways/platforms/payplug.ts';
import { taken, waitMsOf, type Bucket } from '#functions/gateways/platforms/token-bucket.ts';
import type { FaultKind } from '#infra/local/platforms/faults.ts';
import { standInFor } from './stand-in.ts';

const { asked, answers, faults } = standInFor('payplug');
const access = { apiKey: 'sk_live_x', mode: 'live' } as const;

const payment = {
  id: 'pay_1',
  is_live: true,
  amount: 12_000,
  currency: 'EUR',
  is_paid: true,
  created_at: 1_773_216_060,
  receipt_url: 'http://169.254.169.254/latest/meta-data/',
};
const read = () => payPlugApi.readPayment(access, 'pay_1');

test.each<FaultKind>(['too-many', 'unavailable', 'html', 'cut-short'])(
  'an answer "%s" is worth asking again, and the next one is read',
  async (fault) => {
    await answers({ path: '/v1/payments/pay_1', body: payment });
    await faults(fault);
    await expect(read()).rejects.toMatchObject({ name: 'PlatformUnavailable' });
    expect(await read()).toMatchObject({ charge: { grossCents: 12_000 } });
  },
);

test.each<FaultKind>(['refused', 'huge'])('an answer "%s" is a refusal', async (fault) => {
  await answers({ path: '/v1/payments/pay_1', body: payment });
  await faults(fault);
  await expect(read()).rejects.toMatchObject({ name: 'PlatformRefused' });
});

test('A103 never follows a redirection, and asks for no address that it finds', async () => {
  await answers({ path: '/v1/payments/pay_1', body: payment });
  await faults('redirect');
  await expect(read()).rejects.toMatchObject({ name: 'PlatformUnavailable' });
  expect(asked).toHaveLength(1);
  await read();
  expect(asked.map(({ url }) => url)).toEqual([
    '/local/platforms/payplug/v1/payments/pay_1',
    '/local/platforms/payplug/v1/payments/pay_1',
  ]);
});

test.each(['..', '.', '../accounts', 'pay_1?x=1', 'pay 1', '', '%2e%2e', 'é'])(
  'A103 an id "%s" cannot climb out of its path',
  async (id) => {
    await expect(payPlugApi.readPayment(access, id)).rejects.toMatchObject({
      name: 'PlatformRefused',
    });
    expect(asked).toHaveLength(0);
  },
);

test('an id is taken as it is', () => {
  expect(inPath('pi_3QxYz:a-1')).toBe('pi_3QxYz:a-1');
});

test('no answer in time is worth asking again', async () => {
  vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(AbortSignal.abort());
  await faults('silent');
  await expect(read()).rejects.toMatchObject({ name: 'PlatformUnavailable' });
});

test('W-14 a payment of the other world is refused', async () => {
  await answers({ path: '/v1/payments/pay_1', body: { ...payment, is_live: false } });
  await expect(read()).rejects.toMatchObject({ name: 'PlatformRefused' });
});

test.each(['USD', 'GBP', 'JPY'])('A59 W-14 a payment in %s is refused', async (currency) => {
  await answers({ path: '/v1/payments/pay_1', body: { ...payment, currency } });
  await expect(read()).rejects.toMatchObject({ name: 'PlatformRefused' });
});

test('A57 a decimal is read as text: two places at most, no comma, no exponent', () => {
  expect(['10.00', '10.0', '10', '-0.5', '10.500'].map(centsOfEuros)).toEqual([
    1_000, 1_000, 1_000, -50, 1_050,
  ]);
  for (const written of ['1,00', '10.005', '1e3', '', '.5', '5.', ' 1', '+1', '١', 'NaN'])
    expect(centsOfEuros(written)).toBeUndefined();
});

test('A57 every amount of cents comes back from its number of euros, through its text', () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (amount) => {
      expect(centsOfEuros(String(amount / 100))).toBe(amount === 0 ? 0 : amount);
    }),
  );
});

test('A58 tenths of a cent have one decimal', () => {
  expect(['45.0', '0.5', '-44.5', '12000.0'].map((text) => partsOf(text, 1))).toEqual([
    450, 5, -445, 120_000,
  ]);
  expect(partsOf('0.55', 1)).toBeUndefined();
});

test('a moment is read with seven decimals and an offset', () => {
  expect(instant.parse('2026-03-03T10:00:00.1234567+01:00')).toBe('2026-03-03T09:00:00.123Z');
  expect(instant.safeParse('2026-03-03T10:00:00').success).toBe(false);
});

test('A106 calls beyond the bucket wait for their turn, ten a second', () => {
  let bucket: Bucket | undefined;
  const waits = Array.from({ length: 65 }, () => {
    bucket = taken(bucket, 1_000);
    return waitMsOf(bucket);
  });
  expect(waits.slice(0, 60).every((wait) => wait === 0)).toBe(true);
  expect(waits.slice(60)).toEqual([100, 200, 300, 400, 500]);
  expect(waitMsOf(taken(bucket, 2_000))).toBe(0);
});
