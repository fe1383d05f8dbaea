import { describe, expect, test } from 'vitest';
import { booksOf, entryOf, lineOf, match, march } from './books.ts';

const cheque = (id: string, on: string, chequeNumber: string | undefined, cents = -4_520) =>
  entryOf(id, on, cents, 'cheque', { chequeNumber });
const chequeLine = (id: string, on: string, number: string, cents = -4_520) =>
  lineOf(id, on, cents, `CHEQUE N. ${number}`, 'cheque');

describe('a number', () => {
  test('names a cheque, leading zeros or not, even a year late', () => {
    const [first] = match({
      lines: [chequeLine('l', '2026-03-12', '0557005')],
      entries: [cheque('e', '2025-09-12', '557005')],
    });
    expect(first).toMatchObject({ lineIds: ['l'], entryIds: ['e'], automatic: true });
    expect(first?.reasons[0]).toBe('Chèque n°\u00A0557005');
  });

  test('that belongs to another cheque of the same amount excludes it', () => {
    const [first] = match({
      lines: [chequeLine('l', '2026-03-12', '6557005')],
      entries: [cheque('e', '2026-03-10', '6559871')],
    });
    expect(first?.automatic ?? false).toBe(false);
  });

  test('that names two entries of the amount makes nothing sure', () => {
    const found = match({
      lines: [chequeLine('l', '2026-03-12', '6557005')],
      entries: [cheque('one', '2026-03-10', '6557005'), cheque('two', '2026-03-11', '6557005')],
    });
    expect(found.filter(({ automatic }) => automatic)).toEqual([]);
    expect(found).toHaveLength(2);
  });

  test('names a deposit by its slip and a payout by its number', () => {
    const label = 'VIR HELLOASSOPAY R4WOXYY6WK2XP0Q HELLOASSO 3591881 03-03-2026';
    const found = match({
      lines: [
        lineOf('slip', '2026-03-04', 9_000, 'REMISE N°1037871 DE 000003 CHEQUES', 'chequeDeposit'),
        lineOf('paid', '2026-03-04', 121_500, label, 'payout'),
      ],
      entries: [
        entryOf('other', '2026-03-02', 9_000, 'chequeDeposit', { depositSlipNumber: '1037870' }),
        entryOf('mine', '2026-03-02', 9_000, 'chequeDeposit', { depositSlipNumber: '1037871' }),
        entryOf('payout', '2026-03-03', 121_500, 'payout', { payoutReference: '3591881' }),
      ],
    });
    expect(found.filter(({ automatic }) => automatic).map(({ entryIds }) => entryIds)).toEqual(
      expect.arrayContaining([['mine'], ['payout']]),
    );
  });
});

describe('the scars of others', () => {
  test('a file imported alone proves nothing of the days before it', () => {
    const books = {
      lines: [lineOf('l', '2026-03-17', 9_340, 'REMISE DE CHEQUES', 'chequeDeposit')],
      entries: [entryOf('e', '2026-03-10', 9_340, 'chequeDeposit')],
    };
    expect(match(books)[0]).toMatchObject({ automatic: true });
    expect(match({ ...books, periods: [march('2026-03-15', '2026-04-30')] })[0]).toMatchObject({
      entryIds: ['e'],
      automatic: false,
    });
  });

  test('a month missing inside is not covered, nor is a period whose lines do not add up', () => {
    const books = {
      lines: [lineOf('l', '2026-02-28', 9_340, 'REMISE DE CHEQUES', 'chequeDeposit')],
      entries: [entryOf('e', '2026-02-27', 9_340, 'chequeDeposit')],
    };
    const holed = [march('2026-01-01', '2026-02-28'), march('2026-04-01', '2026-04-30')];
    expect(match({ ...books, periods: holed })[0]).toMatchObject({ automatic: false });
    const short = [
      { ...march('2026-01-01', '2026-04-30'), openingCents: 100, closingCents: 9_441 },
    ];
    expect(match({ ...books, periods: booksOf(short) })[0]).toMatchObject({ automatic: false });
    const right = [
      { ...march('2026-01-01', '2026-04-30'), openingCents: 100, closingCents: 9_440 },
    ];
    expect(match({ ...books, periods: booksOf(right) })[0]).toMatchObject({ automatic: true });
  });

  test('weekly equal amounts are not eaten by the nearest line when one is missing', () => {
    const found = match({
      lines: [lineOf('l', '2026-03-12', 1_500, 'VIR RECU', 'transferIn')],
      entries: [
        entryOf('before', '2026-03-10', 1_500, 'transferIn'),
        entryOf('after', '2026-03-14', 1_500, 'transferIn', { label: 'Classe verte' }),
      ],
    });
    expect(found.map(({ automatic }) => automatic)).toEqual([false, false]);
  });

  test('names are the same in another order, with an accent, ß, or one letter less', () => {
    for (const [label, name] of [
      ['VIR SEPA CLAIRE LEFEVRE', 'Lefebvre Claire'],
      ['VIR STRAUSS', 'Strauß'],
      ['VIREMENT EN VOTRE FAVEUR FRANCOI', 'François'],
    ] as const) {
      const [first] = match({
        lines: [lineOf('l', '2026-03-12', 1_500, label, 'transferIn')],
        entries: [
          entryOf('other', '2026-03-11', 1_500, 'transferIn', { label: 'Durand' }),
          entryOf('named', '2026-03-09', 1_500, 'transferIn', { label: name }),
        ],
      });
      expect(first?.entryIds).toEqual(['named']);
    }
  });

  test('two transfers in one line, and a deposit in two lines, are suggestions', () => {
    const together = match({
      lines: [lineOf('l', '2026-03-12', 3_370, 'VIR DURAND', 'transferIn')],
      entries: [
        entryOf('a', '2026-03-11', 1_250, 'transferIn', { label: 'Livre Durand' }),
        entryOf('b', '2026-03-11', 2_120, 'transferIn', { label: 'Photo Durand' }),
      ],
    });
    expect(together[0]).toMatchObject({ lineIds: ['l'], entryIds: ['a', 'b'], automatic: false });
    const split = match({
      lines: [
        lineOf('x', '2026-03-12', 4_000, 'REMISE CHEQUES', 'chequeDeposit'),
        lineOf('y', '2026-03-12', 5_340, 'REMISE CHEQUES', 'chequeDeposit'),
      ],
      entries: [entryOf('e', '2026-03-11', 9_340, 'chequeDeposit')],
    });
    expect(split[0]).toMatchObject({ lineIds: ['x', 'y'], entryIds: ['e'], automatic: false });
  });

  test('twelve cheques of one slip are one line, to the cent', () => {
    const entries = Array.from({ length: 12 }, (_, index) =>
      entryOf(`e${String(index).padStart(2, '0')}`, '2026-03-09', 1_500, 'cheque', {
        depositSlipNumber: '4471203',
      }),
    );
    const [first] = match({
      lines: [
        lineOf('l', '2026-03-12', 18_000, 'REMISE N°4471203 DE 000012 CHEQ', 'chequeDeposit'),
      ],
      entries,
    });
    expect(first).toMatchObject({ automatic: true, entryIds: entries.map(({ id }) => id) });
  });
});

describe('a mistake that can be seen', () => {
  test.each([
    ['two digits swapped', 13_200, 12_300],
    ['one digit for another', 12_800, 12_300],
  ])('%s is told, and never automatic', (_, written, paid) => {
    const [first] = match({
      lines: [chequeLine('l', '2026-03-12', '6557005', -paid)],
      entries: [cheque('e', '2026-03-10', '6557005', -written)],
    });
    expect(first).toMatchObject({ entryIds: ['e'], automatic: false });
    expect(first?.reasons[0]).toMatch(/^Les montants ne diffèrent que par une faute de frappe/u);
  });
});

describe('a cheque that comes back unpaid', () => {
  const deposit = lineOf('in', '2026-03-12', 9_340, 'REMISE DE CHEQUES', 'chequeDeposit');
  const returned = lineOf('back', '2026-03-20', -1_500, 'CHEQUE IMPAYE 1234567', 'returned');
  const handedIn = [
    entryOf('a', '2026-03-09', 1_500, 'cheque', { label: 'Durand', depositSlipNumber: '4471203' }),
    entryOf('b', '2026-03-10', 7_840, 'cheque', { label: 'Martin', depositSlipNumber: '4471203' }),
  ];

  test('is the entry that says so, the deposit that it left being whole', () => {
    const found = match({
      lines: [deposit, returned],
      entries: [
        ...handedIn,
        entryOf('unpaid', '2026-03-21', -1_500, 'other', { label: 'Chèque impayé Durand' }),
      ],
    });
    expect(found.find(({ lineIds }) => lineIds.includes('in'))?.entryIds).toEqual(['a', 'b']);
    expect(found.find(({ lineIds }) => lineIds.includes('back'))?.entryIds).toEqual(['unpaid']);
  });

  test.each([
    ['a cheque that we wrote', entryOf('e', '2026-03-18', -1_500, 'cheque')],
    ['a purchase by card', entryOf('e', '2026-03-20', -1_500, 'card')],
    ['cash brought to the bank', entryOf('e', '2026-03-20', 1_500, 'cashDeposit')],
  ])('is never surely %s of the amount', (_, entry) => {
    const found = match({ lines: [deposit, returned], entries: [...handedIn, entry] });
    expect(found.filter(({ lineIds, automatic }) => automatic && lineIds.includes('back'))).toEqual(
      [],
    );
  });
});

describe('cheques written one by one, without a slip', () => {
  const dated = (id: string, on: string, cents: number, more = {}) =>
    entryOf(id, on, cents, 'cheque', more);
  const drawer = [
    dated('a', '2026-03-02', 1_500),
    dated('b', '2026-03-03', 2_000),
    dated('c', '2026-03-05', 1_050),
    dated('d', '2026-03-08', 700),
  ];
  const deposit = (cents: number, label = 'REMISE DE CHEQUES') =>
    lineOf('l', '2026-03-12', cents, label, 'chequeDeposit');

  test.each([
    ['all that waited', 5_250, ['a', 'b', 'c', 'd']],
    ['all but the last', 4_550, ['a', 'b', 'c']],
    ['all but one that stayed behind', 4_200, ['a', 'b', 'd']],
  ])('are found, never surely: %s', (_, cents, ids) => {
    const [first] = match({ lines: [deposit(cents)], entries: drawer });
    expect(first).toMatchObject({ entryIds: ids, automatic: false });
    expect(first?.reasons[0]).toMatch(/^\d chèques font/u);
  });

  test('are as many as the bank says', () => {
    const entries = [
      dated('old', '2026-02-24', 3_000),
      dated('two', '2026-03-05', 2_000),
      dated('one', '2026-03-06', 1_000),
      dated('alone', '2026-03-10', 3_000),
    ];
    const idsFor = (label: string) =>
      match({ lines: [deposit(6_000, label)], entries })[0]?.entryIds;
    expect(idsFor('REMISE DE 000003 CHEQUES')).toEqual(['two', 'one', 'alone']);
    expect(idsFor('REMISE DE 000002 CHEQUES')).toEqual(['old', 'alone']);
  });

  test('complete the slip that the bank names', () => {
    const entries = [
      dated('s', '2026-03-04', 1_000, { depositSlipNumber: '4471203' }),
      dated('t', '2026-03-04', 2_000, { depositSlipNumber: '4471203' }),
      dated('far', '2026-02-01', 1_500),
      dated('near', '2026-03-05', 1_500),
    ];
    const [first] = match({ lines: [deposit(4_500, 'REMISE N°4471203')], entries });
    expect(first).toMatchObject({ entryIds: ['s', 't', 'near'], automatic: false });
  });

  test('may be one that was written without its kind, or a week late', () => {
    const entries = [
      ...drawer.slice(0, 2),
      entryOf('untold', '2026-03-04', 900, 'other'),
      dated('late', '2026-03-19', 450),
    ];
    const [first] = match({ lines: [deposit(4_850)], entries });
    expect(first?.entryIds).toEqual(['a', 'b', 'untold', 'late']);
  });
});
