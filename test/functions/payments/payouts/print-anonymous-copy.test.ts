import { afterAll, beforeAll, expect, test } from 'vitest';
import { printAnonymousCopyEndpoint } from '#shared/contract/payments/payouts.ts';
import { printAnonymousCopy } from '#functions/payments/payouts/print-anonymous-copy.ts';
import { queryAll } from '#functions/stores/table.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { callOf, newCoop } from '#test/support/calls.ts';
import { chargeOf, payoutPaid, refundOf, succeeded } from '#test/support/messages.ts';
import { coopWith, startPlatform, tell } from '#test/support/platform.ts';
import { pdfText } from '#test/support/read-pdf.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const copyOf = (scope: CoopScope, payoutId = 'jp_1') =>
  printAnonymousCopy(
    callOf(printAnonymousCopyEndpoint, {
      scope,
      params: { coopId: scope.coopId, provider: 'jaikan', payoutId },
    }),
  );

/** The words of the file behind a link, read as a browser does. */
const textAt = async (url: string): Promise<string> => pdfText(await (await fetch(url)).bytes());

async function booked() {
  const { scope, token, charges } = await coopWith();
  await tell(scope, token, ...charges.map(succeeded), payoutPaid('jp_1', charges));
  return { scope, token, charges };
}

test('prints the detail of a payout without the names, and writes nothing in the table', async () => {
  const { scope, charges } = await booked();
  const before = await queryAll(scope.pk, '');
  const copy = await copyOf(scope);
  if (!copy.ok) throw new Error(copy.rejection);
  const text = await textAt(copy.value.url);
  expect(text).toContain('Exemplaire anonymisé, sans valeur de justificatif');
  expect(text).not.toContain('Code de vérification');
  expect(text).toContain('512 Banque 88,00 €');
  for (const { payment_id: reference, payer_name: payer } of charges) {
    expect(text).toContain(reference);
    expect(text).not.toContain(payer);
  }
  expect(text).not.toContain('Élève1');
  expect(await queryAll(scope.pk, '')).toEqual(before);
});

test('carries what a payout of zero left to it, as its voucher does', async () => {
  const { scope, token, charges } = await coopWith({ families: 3 });
  const [first, second] = charges;
  const back = { ...refundOf(second!), gross_cents: -4_400, net_cents: -4_400 };
  await tell(scope, token, payoutPaid('jp_0', [second!, back]), payoutPaid('jp_1', [first!]));
  const copy = await copyOf(scope);
  if (!copy.ok) throw new Error(copy.rejection);
  expect(await textAt(copy.value.url)).toContain('Total du versement · 3 opérations');
});

test('refuses a payout that has no entry yet, one that does not exist, and the one of others', async () => {
  const { scope, token, charges } = await coopWith();
  const unknown = charges.map((_, index) => chargeOf(index + 50, 'XXXX', { fee: 100 }));
  await tell(scope, token, payoutPaid('jp_1', unknown));
  expect(await copyOf(scope)).toMatchObject({ ok: false, rejection: 'not_found' });
  expect(await copyOf(scope, 'jp_2')).toMatchObject({ ok: false, rejection: 'not_found' });
  const theirs = await booked();
  expect(await copyOf(theirs.scope)).toMatchObject({ ok: true });
  expect(await copyOf(await newCoop())).toMatchObject({ ok: false, rejection: 'not_found' });
});
