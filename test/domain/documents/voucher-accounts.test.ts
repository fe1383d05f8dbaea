import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  accountsOf,
  entryGapOf,
  sideCents,
  type VoucherAccountLine,
} from '#shared/domain/documents/voucher-accounts.ts';
import { cents, sumCents } from '#shared/domain/money.ts';

const lineOf = (
  accountNumber: string,
  projectName: string,
  side: 'debit' | 'credit',
  amount: number,
): VoucherAccountLine => ({
  accountNumber,
  accountLabel: `Compte ${accountNumber}`,
  projectName,
  side,
  amountCents: cents(amount),
});

const entry = [
  lineOf('512', '', 'debit', 9_900),
  lineOf('7080', 'Voyage', 'credit', 8_000),
  lineOf('6278', '', 'debit', 100),
  lineOf('7080', '', 'credit', 3_000),
  lineOf('7080', 'Voyage', 'debit', 1_000),
];

test('gathers the lines of the entry by account, then by project, each side apart', () => {
  expect(
    accountsOf(entry).map(({ accountNumber, projectName, debitCents, creditCents }) => [
      accountNumber,
      projectName,
      debitCents,
      creditCents,
    ]),
  ).toEqual([
    ['512', '', 9_900, 0],
    ['6278', '', 100, 0],
    ['7080', '', 0, 3_000],
    ['7080', 'Voyage', 1_000, 8_000],
  ]);
  expect(entryGapOf(entry)).toBe(0);
});

const anyLine = fc
  .record({
    number: fc.constantFrom('512', '6278', '7080', '7070'),
    project: fc.constantFrom('', 'Voyage', 'Photos'),
    side: fc.constantFrom('debit' as const, 'credit' as const),
    amount: fc.integer({ min: 1, max: 100_000 }),
  })
  .map(({ number, project, side, amount }) => lineOf(number, project, side, amount));

test('every amount of the entry is in one subtotal, and they sum to the entry on each side', () => {
  fc.assert(
    fc.property(fc.array(anyLine), (lines) => {
      const accounts = accountsOf(lines);
      const listed = accounts.flatMap((account) => account.lines);
      expect(listed).toHaveLength(lines.length);
      expect(new Set(listed)).toEqual(new Set(lines));
      expect(sumCents(accounts.map(({ debitCents }) => debitCents))).toBe(
        sideCents(lines, 'debit'),
      );
      expect(sumCents(accounts.map(({ creditCents }) => creditCents))).toBe(
        sideCents(lines, 'credit'),
      );
    }),
  );
});
