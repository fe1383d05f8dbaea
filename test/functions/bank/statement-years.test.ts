import { expect, test } from 'vitest';
import { listStatementLines } from '#functions/stores/statements.ts';
import { commit } from '#functions/stores/table.ts';
import { closeYear, findYear } from '#functions/stores/years.ts';
import { cfonbOf } from '#test/support/statements.ts';
import { importText, newBank } from './bank-calls.ts';

test('INV-63: a statement of a closed year is refused, one that goes on into the next is not', async () => {
  const bank = await newBank();
  const year = await findYear(bank.scope, '2025');
  if (year) await commit([closeYear(bank.scope, year)]);
  const of = (date: string) =>
    cfonbOf({
      from: '2026-08-01',
      to: date,
      openingCents: 100_000,
      operations: [
        { date: '2026-08-30', cents: -500, label: 'FRAIS', code: '62' },
        { date, cents: -500, label: 'FRAIS', code: '62' },
      ],
    });
  expect(await importText(bank, of('2026-08-31'))).toMatchObject({
    rejection: 'statement_year_closed',
  });
  expect(await listStatementLines(bank.scope, bank.bankAccountId)).toEqual([]);
  expect(await importText(bank, of('2026-09-01'))).toMatchObject({ ok: true });
});

test('INV-63: a statement of before the first year is refused as such, one that reaches it is not', async () => {
  const bank = await newBank();
  const of = (date: string) =>
    cfonbOf({
      from: '2025-08-01',
      to: date,
      openingCents: 100_000,
      operations: [
        { date: '2025-08-30', cents: -500, label: 'FRAIS', code: '62' },
        { date, cents: -500, label: 'FRAIS', code: '62' },
      ],
    });
  expect(await importText(bank, of('2025-08-31'))).toEqual({
    ok: false,
    rejection: 'statement_before_books',
  });
  expect(await listStatementLines(bank.scope, bank.bankAccountId)).toEqual([]);
  expect(await importText(bank, of('2025-09-01'))).toMatchObject({ ok: true });
});
