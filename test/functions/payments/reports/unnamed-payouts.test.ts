import { expect, test } from 'vitest';
import { listEntries } from '#functions/stores/entries.ts';
import { listEvents } from '#functions/stores/inbox.ts';
import { newCoop } from '#test/support/calls.ts';
import { newCollection, workOnInbox } from '#test/support/platform.ts';
import { bring } from '#test/support/reports.ts';

test('payments that HelloAsso paid out, then its two payouts of one day: two entries', async () => {
  const scope = await newCoop();
  const { families } = await newCollection(scope, { families: 2 });
  const [one = '', two = ''] = families.map(({ reference }) => reference);
  const paid = (id: number, reference: string) =>
    `${id};45,00;03/03/2026 10:00:00;Payé;Oui;16/03/2026;${reference}`;
  const exported = [
    'Référence paiement;Montant total;Date du paiement;Statut du paiement;Versé;Date du versement;Référence',
    paid(1, one),
    paid(2, two),
  ].join('\n');
  await bring(scope, 'helloasso', exported);
  await workOnInbox(scope);
  expect(await listEntries(scope, '2025')).toEqual([]);
  const row = (id: number) => ({
    cashOutId: 3_590 + id,
    cashOutDate: '2026-03-16',
    paymentId: id,
    paymentDate: '2026-03-03',
    credit: '45,00',
    debit: '',
  });
  for (const id of [1, 2]) await bring(scope, 'helloasso', JSON.stringify([row(id)]));
  await workOnInbox(scope);
  expect(await listEntries(scope, '2025')).toHaveLength(2);
  expect((await listEvents(scope)).map(({ status }) => status)).toEqual(['done', 'done', 'done']);
});
