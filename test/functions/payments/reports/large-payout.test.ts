import { expect, test } from 'vitest';
import { listEvents } from '#functions/stores/inbox.ts';
import { findPayout } from '#functions/stores/payouts.ts';
import { queryAll } from '#functions/stores/table.ts';
import { inboxPartition } from '#functions/stores/keys.ts';
import { newCoop } from '#test/support/calls.ts';
import { newCollection, workOnInbox } from '#test/support/platform.ts';
import { bring } from '#test/support/reports.ts';

/** The longest texts that a row may hold, in signs of three bytes. */
const long = '€'.repeat(200);
const itemMaxBytes = 400_000;

test('a payout of a thousand movements with the longest texts fits in items of the table', async () => {
  const scope = await newCoop();
  await newCollection(scope, { families: 1 });
  const rows = Array.from(
    { length: 1_000 },
    (_, index) => `12/03/2026;V1;45,00;${long};${long};${long};pay_${index}`,
  );
  const titles = 'Versé le;N° versement;Montant brut;Référence;Payeur;Campagne;N° paiement';
  await bring(scope, 'cagnotte', [titles, ...rows].join('\n'), {
    columns: 'arrivalOn:0,payoutId:1,gross:2,reference:3,payer:4,campaign:5,paymentId:6',
    unit: 'euros',
  });
  expect(await workOnInbox(scope)).toBe(0);
  expect(await listEvents(scope)).toMatchObject([{ type: 'import.payout', status: 'held' }]);
  expect((await findPayout(scope, 'cagnotte', 'V1'))?.lines).toHaveLength(1_000);
  const items = [
    ...(await queryAll(inboxPartition(scope), 'INBOX#')),
    ...(await queryAll(scope.pk, 'MOVEMENTS#')),
  ];
  const sizes = items.map((item) => Buffer.byteLength(JSON.stringify(item)));
  expect(Math.max(...sizes)).toBeLessThan(itemMaxBytes);
}, 60_000);
