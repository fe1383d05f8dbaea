import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reconciliationOn } from '#shared/domain/bank/reconciliation.ts';
import {
  asEntry,
  checkOpeningItem,
  type OpeningItem,
} from '#shared/domain/bank/register/opening-items.ts';
import { isExpiredCheque } from '#shared/domain/bank/register/cheque-validity.ts';
import { checkClosing } from '#shared/domain/bank/register/close-account.ts';
import { isDormant, lastMovementOn } from '#shared/domain/bank/register/dormant.ts';
import { addYears, day } from '#shared/domain/dates.ts';
import type { PostedEntry } from '#shared/domain/ledger/entry.ts';
import { cents, zeroCents } from '#shared/domain/money.ts';

const item = (more: Partial<OpeningItem> = {}): OpeningItem => ({
  id: 'I1',
  bankAccountId: 'B1',
  itemKind: 'cheque',
  writtenOn: day('2025-08-20'),
  label: 'Librairie du Port',
  itemNumber: '6557001',
  amountCents: cents(4_000),
  ...more,
});

/** The first opening of the books: what the account held once the cheques are paid. */
const opening = (ledgerCents: number): PostedEntry => ({
  ...asEntry(item(), '512'),
  id: 'O',
  kind: 'opening',
  entryDate: day('2025-09-01'),
  lines: [
    { accountNumber: '512', side: 'debit', amountCents: cents(ledgerCents) },
    { accountNumber: '110', side: 'credit', amountCents: cents(ledgerCents) },
  ],
});

const statement = (closingCents: number) => ({
  id: 'S',
  openingCents: null,
  closingCents: cents(closingCents),
  closingOn: day('2025-09-30'),
  from: day('2025-09-01'),
  to: day('2025-09-30'),
});

test('cheques and deposits of before the books explain the gap, to the cent', () => {
  const amounts = fc.array(
    fc.tuple(fc.constantFrom('cheque', 'payment', 'deposit'), fc.nat(9_999)),
  );
  fc.assert(
    fc.property(amounts, fc.integer({ min: 200_000, max: 900_000 }), (told, ledgerCents) => {
      const items = told.map(([itemKind, amount], index) =>
        item({ id: `I${index}`, itemKind, amountCents: cents(amount + 1) }),
      );
      const atBank = items.reduce(
        (sum, { itemKind, amountCents }) =>
          sum + (itemKind === 'deposit' ? -amountCents : amountCents),
        ledgerCents,
      );
      const found = reconciliationOn(
        {
          accountNumber: '512',
          entries: [opening(ledgerCents)],
          openingItems: items.map((one) => asEntry(one, '512')),
          lines: [],
          statements: [statement(atBank)],
        },
        day('2025-09-30'),
      );
      expect(found.gapCents).toBe(0);
      expect(found.ledgerCents).toBe(ledgerCents);
    }),
  );
});

test('an old cheque that the bank paid and that its line met no longer waits', () => {
  const line = {
    id: 'L',
    date: day('2025-09-10'),
    amountCents: cents(-4_000),
    label: 'CHEQUE 6557001',
    operation: 'cheque' as const,
    matchId: 'M',
  };
  const found = reconciliationOn(
    {
      accountNumber: '512',
      entries: [opening(100_000)],
      openingItems: [asEntry(item({ matchId: 'M' }), '512')],
      lines: [line],
      statements: [statement(100_000)],
    },
    day('2025-09-30'),
  );
  expect(found).toMatchObject({ gapCents: 0, notYetDebited: [], notInBooks: [] });
});

test('what the books already hold is no item of before', () => {
  const startOn = day('2025-09-01');
  expect(checkOpeningItem(item({ writtenOn: day('2025-08-31') }), startOn).ok).toBe(true);
  expect(checkOpeningItem(item({ writtenOn: startOn }), startOn)).toMatchObject({
    rejection: 'opening_item_in_books',
    field: 'writtenOn',
  });
});

test('a cheque expires one year after its eight days', () => {
  const written = day('2025-03-10');
  expect(isExpiredCheque(written, day('2026-03-18'))).toBe(false);
  expect(isExpiredCheque(written, day('2026-03-19'))).toBe(true);
});

test('a year after 29 February ends on the 28th', () => {
  expect(addYears(day('2024-02-29'), 1)).toBe('2025-02-28');
  expect(isExpiredCheque(day('2024-02-21'), day('2025-02-28'))).toBe(false);
  expect(isExpiredCheque(day('2024-02-21'), day('2025-03-01'))).toBe(true);
});

test('an account sleeps after twelve months without a movement', () => {
  const life = { lastMovementOn: day('2025-03-16') };
  expect(isDormant(life, day('2026-03-15'))).toBe(false);
  expect(isDormant(life, day('2026-03-16'))).toBe(true);
  expect(isDormant({ ...life, closedOn: day('2026-01-01') }, day('2026-03-16'))).toBe(false);
  expect(isDormant({}, day('2026-03-16'))).toBe(false);
  expect(isDormant({ openedOn: day('2025-01-01') }, day('2026-03-16'))).toBe(true);
});

test('an opening is no movement', () => {
  expect(lastMovementOn('512', [opening(100)], [])).toBeUndefined();
  expect(lastMovementOn('512', [opening(100)], [{ date: day('2026-01-04') }])).toBe('2026-01-04');
});

const empty = {
  closedOn: day('2026-03-16'),
  today: day('2026-03-16'),
  ledgerCents: zeroCents,
  statementCents: zeroCents,
  openCount: 0,
};

test('an empty account with nothing to match may be closed today, not tomorrow', () => {
  expect(checkClosing(empty).ok).toBe(true);
  expect(checkClosing({ ...empty, statementCents: null }).ok).toBe(true);
  expect(checkClosing({ ...empty, closedOn: day('2026-03-17') })).toMatchObject({
    rejection: 'closing_day_wrong',
  });
});

test('an account is not closed before its last movement', () => {
  const moved = { ...empty, lastMovementOn: day('2026-03-10') };
  expect(checkClosing({ ...moved, closedOn: day('2026-03-09') })).toMatchObject({
    rejection: 'closing_day_wrong',
  });
  expect(checkClosing({ ...moved, closedOn: day('2026-03-10') }).ok).toBe(true);
});

test('an account with money, or with lines left, is not closed', () => {
  expect(checkClosing({ ...empty, ledgerCents: cents(1) })).toMatchObject({
    rejection: 'bank_account_not_empty',
  });
  expect(checkClosing({ ...empty, statementCents: cents(-1) })).toMatchObject({
    rejection: 'bank_account_not_empty',
  });
  expect(checkClosing({ ...empty, openCount: 1 })).toMatchObject({
    rejection: 'bank_account_lines_open',
  });
});
