import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getObject } from '#functions/gateways/object-store.ts';
import { findAttachment } from '#functions/stores/attachments.ts';
import { keepProject } from '#functions/stores/coops.ts';
import { findPayout } from '#functions/stores/payouts.ts';
import { commit } from '#functions/stores/table.ts';
import { newCoop } from '#test/support/calls.ts';
import { chargeOf, payoutPaid, succeeded } from '#test/support/messages.ts';
import { newCollection, newEndpoint, startPlatform, tell } from '#test/support/platform.ts';
import { pdfText } from '#test/support/read-pdf.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

test('the voucher says the entry: each account and each project of its collectes', async () => {
  const scope = await newCoop();
  const token = await newEndpoint(scope);
  const projectId = ulid();
  await commit([keepProject(scope, { id: projectId, name: 'Volcans d’Auvergne' })]);
  const trip = await newCollection(scope, { families: 2, projectId });
  const photos = await newCollection(scope, { families: 1, title: 'Photos', expectedCents: 1_200 });
  const charges = [
    ...trip.families.map(({ reference }, index) => chargeOf(index + 1, reference, { fee: 100 })),
    ...photos.families.map(({ reference }) => chargeOf(9, reference, { gross: 1_200, fee: 20 })),
  ];
  await tell(scope, token, ...charges.map(succeeded), payoutPaid('jp_1', charges));
  const payout = await findPayout(scope, 'jaikan', 'jp_1');
  const voucher = await findAttachment(scope, payout?.voucherId ?? '');
  const text = await pdfText((await getObject(voucher?.objectKey ?? '')) ?? new Uint8Array());
  expect(text).toContain('512 Banque 99,80 €');
  expect(text).toContain('Sans projet 12,00 €');
  expect(text).toContain('Volcans d’Auvergne 90,00 €');
  expect(text).toContain('Total de l’écriture 102,00 € 102,00 €');
});
