import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { printReconciliationEndpoint } from '#shared/contract/bank/register.ts';
import { day } from '#shared/domain/dates.ts';
import { printReconciliation } from '#functions/bank/print-reconciliation.ts';
import { getObject } from '#functions/gateways/object-store.ts';
import { callOf } from '#test/support/calls.ts';
import { cfonbOf } from '#test/support/statements.ts';
import { confirm, importText, newBank, reconciliation } from './bank-calls.ts';
import { declare, paramsOf, remove } from './register-calls.ts';

test('a cheque declared at the opening explains the gap, waits, and is met by its line', async () => {
  const bank = await newBank();
  await importText(
    bank,
    cfonbOf({ openingCents: 104_000, operations: [], from: '2025-09-01', to: '2025-09-30' }),
  );
  expect((await reconciliation(bank)).identity.gapCents).toBe(4_000);
  const itemId = ulid();
  expect(await declare(bank, itemId)).toMatchObject({ value: { isExpired: false } });
  const { identity, waitingEntries } = await reconciliation(bank);
  expect(identity).toMatchObject({ gapCents: 0, notYetDebitedCents: 4_000, ledgerCents: 100_000 });
  expect(waitingEntries).toMatchObject([{ id: itemId, chequeNumber: '6557001' }]);
  expect(waitingEntries[0]).not.toHaveProperty('number');
  await importText(
    bank,
    cfonbOf({
      openingCents: 104_000,
      operations: [
        { code: '01', date: '2025-10-06', cents: -4_000, label: 'CHEQUE', number: '6557001' },
      ],
      from: '2025-10-01',
      to: '2025-10-31',
    }),
  );
  const [line] = (await reconciliation(bank)).lines;
  const matched = await confirm(bank, line?.id ?? '', itemId);
  expect(matched).toMatchObject({ ok: true });
  expect((await reconciliation(bank)).identity).toMatchObject({
    gapCents: 0,
    notYetDebitedCents: 0,
    notInBooksCents: 0,
  });
  expect(await remove(bank, itemId)).toMatchObject({ rejection: 'opening_item_matched' });
});

test('an exact declaration again answers as at first; another under its id is refused', async () => {
  const bank = await newBank();
  const itemId = ulid();
  expect(await declare(bank, itemId)).toEqual(await declare(bank, itemId));
  expect(await declare(bank, itemId, { amountCents: 1 })).toMatchObject({
    rejection: 'opening_item_id_reused',
  });
});

test('rejects: opening_item_in_books', async () => {
  const bank = await newBank();
  expect(await declare(bank, ulid(), { writtenOn: '2025-09-01' })).toMatchObject({
    rejection: 'opening_item_in_books',
    field: 'writtenOn',
  });
});

test('a declaration is taken back once', async () => {
  const bank = await newBank();
  const itemId = ulid();
  await declare(bank, itemId);
  expect(await remove(bank, itemId)).toMatchObject({ value: { removed: true } });
  expect(await remove(bank, itemId)).toMatchObject({ value: { removed: false } });
});

test('prints the state of reconciliation at any date', async () => {
  const bank = await newBank();
  await declare(bank, ulid());
  const printed = await printReconciliation(
    callOf(printReconciliationEndpoint, {
      scope: bank.scope,
      params: paramsOf(bank),
      body: { on: day('2025-09-30') },
    }),
  );
  if (!printed.ok) throw new Error(printed.rejection);
  const url = new URL(printed.value.url);
  const key = url.pathname.slice(url.pathname.indexOf('drafts/'));
  const bytes = await getObject(decodeURIComponent(key));
  expect(Buffer.from(bytes ?? []).toString('latin1', 0, 5)).toBe('%PDF-');
});
