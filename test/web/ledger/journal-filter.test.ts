import { expect, test } from 'vitest';
import { journalOf } from '#shared/domain/ledger/journal.ts';
import { cents } from '#shared/domain/money.ts';
import {
  choicesIn,
  isUnmatched,
  noFilter,
  passes,
  totalsOf,
  type JournalFilter,
} from '#web/features/ledger/journal/journal-filter.ts';
import { expenseLines, webEntry } from '#test/support/web-entries.ts';

const bus = webEntry({ attachmentIds: ['01JAEXAMP1E000000000000000'] });
const glue = webEntry({
  label: 'Colle',
  counterparty: 'Librairie',
  paymentMeans: 'cash',
  lines: expenseLines(450, '6500', '530'),
});

test.each<[string, Partial<JournalFilter>, boolean, boolean]>([
  ['nothing asked', {}, true, true],
  ['a word of the label', { search: 'musee' }, true, false],
  ['an amount', { search: '4,50' }, false, true],
  ['an account', { accountNumber: '6500' }, false, true],
  ['a kind', { kind: 'income' }, false, false],
  ['a project', { projectId: '01JAPR0JECT000000000000000' }, false, false],
  ['with a voucher', { voucher: 'with' }, true, false],
  ['without a voucher', { voucher: 'without' }, false, true],
  ['not matched', { bank: 'unmatched' }, true, false],
  ['matched', { bank: 'matched' }, false, false],
])('keeps in sight: %s', (_, change, busSeen, glueSeen) => {
  const filter = { ...noFilter, ...change };
  expect([passes(bus, filter), passes(glue, filter)]).toEqual([busSeen, glueSeen]);
});

test.each([
  ['an opening', webEntry({ kind: 'opening' })],
  ['a draft', webEntry({ status: 'draft' })],
  ['what was taken back', webEntry({ reversedBy: bus.id })],
  ['a reversal', webEntry({ kind: 'reversal', reverses: bus.id })],
  ['what the bank has shown', webEntry({ bankMatchId: 'm' })],
])('the bank has nothing to show for %s', (_, entry) => {
  expect(isUnmatched(entry)).toBe(false);
});

test('sums what came in and went out, without what the year started with', () => {
  const entries = [
    webEntry({ kind: 'opening', lines: expenseLines(50_000, '512', '110') }),
    webEntry({ kind: 'income', lines: expenseLines(3_000, '512', '7080') }),
    bus,
    webEntry({ kind: 'transfer', lines: expenseLines(2_000, '530') }),
  ];
  expect(totalsOf(journalOf(entries))).toEqual({ inCents: cents(3_000), outCents: cents(12_000) });
});

test('counts the choices, not the search', () => {
  expect(choicesIn({ ...noFilter, search: 'bus', kind: 'income' })).toBe(1);
});
