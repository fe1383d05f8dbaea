import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents, sumCents } from '#shared/domain/money.ts';
import { day } from '#shared/domain/dates.ts';
import {
  movementCents,
  reverseLines,
  type EntryContent,
  type PostedEntry,
} from '#shared/domain/ledger/entry.ts';
import { postAll } from '#shared/domain/ledger/post-all.ts';
import { postEntry, yearAfter, type Book } from '#shared/domain/ledger/post-entry.ts';
import {
  balancedContent,
  busTrip,
  creditOf,
  debitOf,
  openBook,
  posting,
} from '#test/support/ledger.ts';

const closedBook: Book = { ...openBook, year: { ...openBook.year, status: 'closed' } };

const accepted = (content: EntryContent, book = openBook): PostedEntry => {
  const result = postEntry(content, book, posting);
  if (!result.ok) throw new Error(result.rejection);
  return result.value;
};
const posted = accepted(busTrip);

test.each(['2025-09-01', '2026-08-31'])('accepts the bound %s', (date) => {
  expect(postEntry({ ...busTrip, entryDate: day(date) }, openBook, posting).ok).toBe(true);
});

test('numbers the first entry 1 and leaves the book untouched', () => {
  expect(posted).toMatchObject({ number: 1, status: 'posted', fiscalYearId: '2025' });
  expect(openBook.year.lastNumber).toBe(0);
});

test('answers an exact retry as it did at first, even once the year is closed', () => {
  const book = { ...closedBook, alreadyPosted: posted };
  expect(postEntry(busTrip, book, posting)).toEqual({ ok: true, value: posted });
});

// In order of precedence: each content also breaks every rule below its own.
const bad: EntryContent = { ...busTrip, entryDate: day('2024-01-15'), lines: [debitOf(-1)] };
const late = { ...posting, today: day('2026-03-11') };
const { entryDate } = busTrip;
test.each<[string, Partial<EntryContent>, Book]>([
  ['entry_id_reused', {}, { ...closedBook, alreadyPosted: posted }],
  ['fiscal_year_closed', {}, closedBook],
  ['date_outside_fiscal_year', {}, openBook],
  ['date_in_future', { entryDate }, openBook],
])('rejects: %s', (rejection, content, book) => {
  expect(postEntry({ ...bad, ...content }, book, late)).toMatchObject({ ok: false, rejection });
});
test.each<[string, string, string, Book]>([
  ['B-043', 'date_in_future', '2026-03-17', openBook],
  ['B-044', 'fiscal_year_closed', '2026-03-12', closedBook],
  ['B-045', 'date_outside_fiscal_year', '2025-08-31', openBook],
  ['B-045', 'date_outside_fiscal_year', '2026-09-01', openBook],
])('%s: a good entry is rejected for its day alone: %s, %s', (_, rejection, date, book) => {
  const entry = { ...busTrip, entryDate: day(date) };
  expect(postEntry(entry, book, { ...posting, today: day('2026-03-16') })).toMatchObject({
    ok: false,
    rejection,
  });
});
test.each<[string, EntryContent['lines']]>([
  ['too_few_lines', [debitOf(-1, '999')]],
  ['account_unknown', [debitOf(-1, '999'), creditOf(18_000)]],
  ['amount_not_positive', [debitOf(0), creditOf(18_000)]],
  ['unbalanced', [debitOf(17_999), creditOf(18_000, '530')]],
  ['cash_negative', [debitOf(18_000), creditOf(18_000, '530')]],
])('rejects: %s', (rejection, lines) => {
  expect(postEntry({ ...busTrip, lines }, openBook, posting)).toMatchObject({
    ok: false,
    rejection,
  });
});

test('lets the cash box go to zero, and not one cent below', () => {
  const year = { ...openBook.year, balanceCents: { '530': cents(500) } };
  const spend = (amount: number) =>
    postEntry(
      { ...busTrip, lines: [debitOf(amount), creditOf(amount, '530')] },
      { ...openBook, year },
      posting,
    );
  expect(spend(500).ok).toBe(true);
  expect(spend(501)).toMatchObject({ rejection: 'cash_negative' });
});

test('the year holds, for each account, what its entries brought', () => {
  fc.assert(
    fc.property(fc.array(balancedContent, { maxLength: 8 }), (contents) => {
      const result = postAll(contents, openBook.year, openBook.chart, () => posting);
      if (!result.ok) return result.rejection === 'cash_negative';
      const year = result.value.reduce(yearAfter, openBook.year);
      const lines = result.value.flatMap((entry) => entry.lines);
      expect(sumCents(Object.values(year.balanceCents))).toBe(0);
      for (const [accountNumber, balance] of Object.entries(year.balanceCents))
        expect(balance).toBe(movementCents(lines, accountNumber));
      return year.lastNumber === contents.length;
    }),
  );
});

test('an entry and its reversal leave every account where it was', () => {
  fc.assert(
    fc.property(balancedContent, ({ lines }) => {
      const both = [...lines, ...reverseLines(lines)];
      for (const { accountNumber } of lines) expect(movementCents(both, accountNumber)).toBe(0);
    }),
  );
});

test('the seal changes with every fact, and with the seal before', () => {
  const changes: Partial<EntryContent>[] = [
    { label: 'Car pour le musée' },
    { entryDate: day('2026-03-13') },
    { noVoucherReason: 'Autre' },
    { lines: [debitOf(18_001), creditOf(18_001)] },
    { voucherSha256: 'ab' },
  ];
  const whole = { ...posting, digest: (text: string) => text };
  const sealOf = (content: EntryContent, headSeal = '') => {
    const result = postEntry(content, { ...openBook, year: { ...openBook.year, headSeal } }, whole);
    return result.ok && result.value.seal;
  };
  const seals = [
    sealOf(busTrip),
    sealOf(busTrip, 'x'),
    ...changes.map((change) => sealOf({ ...busTrip, ...change })),
  ];
  expect(new Set(seals).size).toBe(seals.length);
});

test('the time of posting never goes back along the numbers', () => {
  const year = { ...openBook.year, lastPostedAt: '2026-03-16T10:00:00.000Z' };
  expect(accepted(busTrip, { ...openBook, year }).postedAt).toBe('2026-03-16T10:00:00.000Z');
});
