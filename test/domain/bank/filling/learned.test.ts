import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { learned, type Confirmed } from '#shared/domain/bank/filling/learned.ts';
import type { LineToFill } from '#shared/domain/bank/filling/filling.ts';
import type { EntryLine, PostedEntry } from '#shared/domain/ledger/entry.ts';
import { cents } from '#shared/domain/money.ts';
import { entryOf, lineOf } from '../books.ts';

const bayard = (more: Partial<LineToFill> = {}): LineToFill =>
  lineOf('bayard', '2026-03-10', -600, {
    label: 'PRLV SEPA BAYARD PRESSE 100326',
    operation: 'directDebit',
    ...more,
  });

const spent = (accountNumber: string, projectId?: string): EntryLine => ({
  accountNumber,
  side: 'debit',
  amountCents: cents(600),
  ...(projectId !== undefined && { projectId }),
});

/** The entries of lines like that one, in the order in which somebody confirmed them. */
const confirmed = (...entries: readonly Partial<PostedEntry>[]): readonly Confirmed[] =>
  entries.map((more, index) => ({
    line: bayard({ label: `PRLV SEPA BAYARD PRESSE 10032${index}` }),
    entry: entryOf(`e${index}`, '2026-03-10', -600, more),
    at: `2026-03-${String(index + 1).padStart(2, '0')}T09:00:00.000Z`,
  }));

const on = (...accountNumbers: readonly string[]) =>
  confirmed(...accountNumbers.map((accountNumber) => ({ lines: [spent(accountNumber)] })));

const accountOf = (given: readonly Confirmed[], line = bayard()) =>
  learned(line, given)?.filling.accountNumber;

describe('confirmations of lines that bear the same words', () => {
  test.each([
    ['none', [], undefined],
    ['one', ['6180'], undefined],
    ['two equal ones', ['6180', '6180'], '6180'],
    ['a third that contradicts them', ['6180', '6180', '6070'], undefined],
    ['one more on the first account', ['6180', '6180', '6070', '6180'], undefined],
    ['two equal ones after the contradiction', ['6180', '6180', '6070', '6070'], '6070'],
    ['two of the first account again', ['6180', '6180', '6070', '6180', '6180'], '6180'],
  ])('%s', (_case, accounts, expected) => {
    expect(accountOf(on(...accounts))).toBe(expected);
  });

  test('an entry of several accounts contradicts too', () => {
    const shared = confirmed({}, {}, { lines: [spent('6180'), spent('6070')] });
    expect(accountOf(shared)).toBeUndefined();
  });

  test('an entry that goes the other way contradicts too', () => {
    const given = on('6180', '6180', '6180').map((one, index) =>
      index === 2 ? { ...one, entry: { ...one.entry, kind: 'transfer' as const } } : one,
    );
    expect(accountOf(given)).toBeUndefined();
  });
});

describe('which lines they speak of', () => {
  const twice = on('6180', '6180');

  test.each([
    ['another number, day and month', bayard({ label: 'PRLV BAYARD PRESSE AVRIL 2026' }), '6180'],
    [
      'the same words in what the bank adds',
      bayard({ label: 'PRLV', details: 'BAYARD PRESSE' }),
      '6180',
    ],
    ['an operation that the bank did not tell', bayard({ operation: 'other' }), '6180'],
    ['another operation', bayard({ operation: 'card' }), undefined],
    ['money in', bayard({ amountCents: cents(600) }), undefined],
    ['one word more', bayard({ label: 'PRLV BAYARD PRESSE JEUNE' }), undefined],
    ['one word less', bayard({ label: 'PRLV BAYARD' }), undefined],
  ])('%s', (_case, line, expected) => {
    expect(accountOf(twice, line)).toBe(expected);
  });

  test('lines without a word that lasts teach nothing', () => {
    const cheque = (label: string) => bayard({ label, operation: 'cheque' });
    const given = twice.map((one, index) => ({ ...one, line: cheque(`CHEQUE 655700${index}`) }));
    expect(accountOf(given, cheque('CHEQUE 6557009'))).toBeUndefined();
  });
});

test('brings what both entries agree on, and names them', () => {
  const lines = [spent('6180', 'jardin')];
  const given = confirmed(
    { lines, counterparty: 'Bayard', label: 'Abonnement', number: 12 },
    { lines, counterparty: 'Bayard', label: 'Abonnement de la BCD', number: 15 },
  );
  const found = learned(bayard(), given);
  expect(found?.filling).toEqual({
    accountNumber: '6180',
    projectId: 'jardin',
    counterparty: 'Bayard',
  });
  expect(found?.entries.map(({ number }) => number)).toEqual([12, 15]);
});

describe('laws', () => {
  const account = fc.constantFrom('6180', '6070', '6500');

  test('only the last two count, in the order in which they were confirmed', () => {
    fc.assert(
      fc.property(fc.array(account, { minLength: 2, maxLength: 12 }), (accounts) => {
        const [before, last] = accounts.slice(-2);
        expect(accountOf(on(...accounts))).toBe(before === last ? last : undefined);
      }),
    );
  });

  test('the order in which they are read changes nothing', () => {
    const shuffled = fc
      .array(account, { minLength: 2, maxLength: 12 })
      .map((accounts) => on(...accounts))
      .chain((given) =>
        fc.tuple(fc.constant(given), fc.shuffledSubarray([...given], { minLength: given.length })),
      );
    fc.assert(
      fc.property(shuffled, ([given, mixed]) => {
        expect(learned(bayard(), mixed)).toEqual(learned(bayard(), given));
      }),
    );
  });

  test('one contradiction retires any rule, and two equal ones teach it again', () => {
    fc.assert(
      fc.property(fc.array(account, { maxLength: 8 }), account, (before, rule) => {
        const other = rule === '6180' ? '6070' : '6180';
        const taught = [...before, rule, rule];
        expect(accountOf(on(...taught))).toBe(rule);
        expect(accountOf(on(...taught, other))).toBeUndefined();
        expect(accountOf(on(...taught, other, rule, rule))).toBe(rule);
      }),
    );
  });
});
