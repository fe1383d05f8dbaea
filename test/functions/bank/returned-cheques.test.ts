import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { returnChequeEndpoint } from '#shared/contract/collections/money.ts';
import { returnCheque } from '#functions/collections/return-cheque.ts';
import { ask, book, collecte, pay } from '#test/support/collections.ts';
import { cfonbOf } from '#test/support/statements.ts';
import { confirm, importText, newBank, reconciliation } from './bank-calls.ts';

test('a cheque sent back leads to its deposit, and the act of the collecte writes its entry', async () => {
  const bank = await newBank();
  const { scope } = bank;
  const { collectionId, familyIds } = await collecte(scope, ['Léa M.', 'Noé D.']);
  const [lea = '', noe = ''] = familyIds;
  const paymentId = await pay(scope, collectionId, lea);
  const other = await pay(scope, collectionId, noe, { amountCents: 3_000 });
  await book(scope, collectionId, [paymentId, other]);
  await importText(
    bank,
    cfonbOf({
      from: '2026-03-01',
      to: '2026-03-15',
      openingCents: 100_000,
      operations: [
        { date: '2026-03-14', cents: -4_500, label: 'CHEQUE IMPAYE 0123456', code: '03' },
      ],
    }),
  );
  const before = await reconciliation(bank);
  const lineId = before.lines[0]?.id ?? '';
  expect(before.returnedCheques).toEqual([
    {
      lineId,
      collectionId,
      paymentId,
      depositEntryId: expect.any(String),
      depositLabel: 'Remise de 2 chèques\u00A0: Classe de mer',
      reasons: [
        'Même numéro de chèque\u00A0: 123456',
        expect.stringMatching(/^Chèque du même montant, remis le 12\/03\/2026/u),
      ],
    },
  ]);
  const id = ulid();
  const body = { id, paymentId, returnedOn: '2026-03-14' };
  expect(
    await ask(returnChequeEndpoint, returnCheque, scope, { collectionId, body }),
  ).toMatchObject({ ok: true });
  const after = await reconciliation(bank);
  expect(after.returnedCheques).toEqual([]);
  expect(after.proposals).toMatchObject([{ lineIds: [lineId], entryIds: [id], balances: true }]);
  expect(await confirm(bank, lineId, id)).toMatchObject({ ok: true });
});
