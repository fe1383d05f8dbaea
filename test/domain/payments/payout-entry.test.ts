import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { movementCents, totalCents } from '#shared/domain/ledger/entry.ts';
import { newFiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { cents } from '#shared/domain/money.ts';
import {
  canonicalMovements,
  movementTotals,
  type Movement,
} from '#shared/domain/payments/movement.ts';
import {
  entryDayOf,
  payoutEntry,
  payoutEntryLines,
  platformNameOf,
} from '#shared/domain/payments/payout-entry.ts';
import type { Payout } from '#shared/domain/payments/payout.ts';

const trip = { id: 'trip', title: 'Classe de mer', accountNumber: '7080', projectId: 'sea' };
const fair = { id: 'fair', title: 'Kermesse', accountNumber: '7070' };

const movement = (
  movementId: string,
  kind: Movement['kind'],
  gross: number,
  ...[fee = 0, campaign = 'trip']: readonly [fee?: number, campaign?: string]
): Movement => ({
  movementId,
  kind,
  paymentId: `pay_${movementId}`,
  campaign,
  grossCents: cents(gross),
  feeCents: cents(fee),
  netCents: cents(gross - fee),
  paidAt: '2026-03-12T10:00:00.000Z',
});

const payoutOf = (lines: readonly Movement[], changed: Partial<Payout> = {}): Payout => ({
  provider: 'jaikan',
  id: 'po_1',
  status: 'paid',
  arrivalOn: day('2026-03-16'),
  netCents: movementTotals(lines).netCents,
  bankReference: 'PLATEFORME 1',
  itemised: true,
  lines,
  toldAt: '2026-03-16T08:00:00.000Z',
  createdAt: '2026-03-16T09:00:00.000Z',
  version: 1,
  ...changed,
});

const find = ({ campaign }: Movement) => [trip, fair].find(({ id }) => id === campaign);
const linesOf = (lines: readonly Movement[], changed?: Partial<Payout>) =>
  payoutEntryLines(payoutOf(lines, changed), find);

test('PAYOUT-1: gross per collecte, the fee apart, refunds on the same account, net in bank', () => {
  expect(
    linesOf([
      movement('1', 'charge', 12_000, 213),
      movement('2', 'charge', 12_000, 213),
      movement('3', 'charge', 500, 20, 'fair'),
      movement('4', 'refund', -12_000),
    ]),
  ).toEqual({
    ok: true,
    value: [
      { accountNumber: '512', side: 'debit', amountCents: 12_054 },
      { accountNumber: '6278', side: 'debit', amountCents: 446 },
      { accountNumber: '7080', side: 'debit', amountCents: 12_000, projectId: 'sea' },
      { accountNumber: '7070', side: 'credit', amountCents: 500 },
      { accountNumber: '7080', side: 'credit', amountCents: 24_000, projectId: 'sea' },
    ],
  });
});

test('a payout that takes back more than it brings credits the bank', () => {
  expect(linesOf([movement('1', 'dispute', -12_000, 1_500)])).toMatchObject({
    ok: true,
    value: [
      { accountNumber: '512', side: 'credit', amountCents: 13_500 },
      { accountNumber: '6278', side: 'debit', amountCents: 1_500 },
      { accountNumber: '7080', side: 'debit', amountCents: 12_000 },
    ],
  });
});

test('a fee of its own needs no collecte', () => {
  const fee = { ...movement('f', 'fee', 0, 300, 'none'), paymentId: undefined };
  expect(linesOf([movement('1', 'charge', 12_000), fee])).toMatchObject({ ok: true });
});

// In order of precedence: each payout also breaks the rules below its own.
const bad = [movement('1', 'adjustment', 10, 0, 'none'), movement('1', 'charge', 10, 0, 'none')];
const [adjustment, charge] = bad as [Movement, Movement];
test.each<[string, Partial<Payout>]>([
  ['not_itemised', { itemised: false, lines: undefined, netCents: cents(1) }],
  ['lines_missing', { lines: undefined, netCents: cents(1) }],
  ['lines_repeated', { lines: bad, netCents: cents(1) }],
  ['lines_unbalanced', { lines: [adjustment], netCents: cents(11), feeCents: cents(1) }],
  ['fee_differs', { lines: [adjustment], netCents: cents(10), feeCents: cents(1) }],
  ['adjustment_unexplained', { lines: [adjustment], netCents: cents(10) }],
  ['payout_payment_without_collection', { lines: [charge], netCents: cents(10) }],
])('holds a payout: %s', (rejection, changed) => {
  expect(linesOf([], changed)).toEqual({ ok: false, rejection });
});

test('A88: one cent off is one cent too many, in the total as in one line', () => {
  const lines = [movement('1', 'charge', 12_000, 213)];
  expect(linesOf(lines, { netCents: cents(11_788) })).toMatchObject({ ok: false });
  const skewed = lines.map((line) => ({ ...line, netCents: cents(11_788) }));
  expect(linesOf(skewed)).toEqual({ ok: false, rejection: 'lines_unbalanced' });
});

test('INV-43: the entry of any payout balances, and the bank gets its net to the cent', () => {
  const charges = fc
    .array(
      fc.tuple(
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 0, max: 500 }),
        fc.constantFrom('trip', 'fair'),
        fc.boolean(),
      ),
      { minLength: 1, maxLength: 30 },
    )
    .map((list) =>
      list.flatMap(([gross, fee, campaign, refunded], index) => [
        movement(`c${index}`, 'charge', gross, fee, campaign),
        ...(refunded ? [movement(`r${index}`, 'refund', -gross, 0, campaign)] : []),
      ]),
    );
  fc.assert(
    fc.property(charges, (movements) => {
      const entry = linesOf(movements);
      if (!entry.ok) throw new Error(entry.rejection);
      const totals = movementTotals(movements);
      expect(totalCents(entry.value, 'debit')).toBe(totalCents(entry.value, 'credit'));
      expect(movementCents(entry.value, '512')).toBe(totals.netCents);
      // What brings nothing has no entry: its fee comes with the next payout.
      const feeCents = totals.netCents === 0 ? 0 : totals.feeCents;
      expect(movementCents(entry.value, '6278')).toBe(feeCents);
      expect(entry.value.every(({ amountCents }) => amountCents > 0)).toBe(true);
    }),
  );
});

test('the digest on the voucher does not depend on the order of the movements', () => {
  const movements = ['b', 'a', 'c'].map((id) => movement(id, 'charge', 100));
  fc.assert(
    fc.property(fc.shuffledSubarray(movements, { minLength: 3 }), (shuffled) => {
      expect(canonicalMovements(shuffled)).toBe(canonicalMovements(movements));
    }),
  );
});

const open = newFiscalYear('2025');
const next = newFiscalYear('2026');
const closed = { ...open, status: 'closed' as const };

test.each<[string, string, string, Parameters<typeof entryDayOf>[2], string | undefined]>([
  ['the arrival', '2026-03-16', '2026-03-20', [open], '2026-03-16'],
  ['today while the arrival is to come', '2026-03-22', '2026-03-20', [open], '2026-03-20'],
  ['the last day of the year', '2026-08-31', '2026-09-02', [open, next], '2026-08-31'],
  [
    'W-05: the first open day after a closed year',
    '2026-08-31',
    '2026-09-20',
    [closed, next],
    '2026-09-01',
  ],
  [
    'no day while the year waits for its opening entry',
    '2026-09-03',
    '2026-09-20',
    [closed, { ...next, isOpening: true }],
    undefined,
  ],
  [
    'W-05: no day while the year after waits for its opening entry',
    '2026-08-31',
    '2026-09-20',
    [closed, { ...next, isOpening: true }],
    undefined,
  ],
  ['no day when no year is open', '2026-08-31', '2026-09-20', [closed], undefined],
  ['no day in a year that has not begun', '2026-08-30', '2026-08-31', [closed, next], undefined],
])('dates the entry: %s', (...[, arrivalOn, today, years, expected]) => {
  expect(entryDayOf(day(arrivalOn), day(today), years)?.entryDate).toBe(expected);
});

const made = {
  id: 'entry',
  platformName: 'Jaïkan',
  attachmentIds: ['pdf'],
  voucherSha256: 'f00d',
};

test('the entry says which payout it is, so that the bank line finds it', () => {
  const entryDate = day('2026-03-16');
  expect(payoutEntry(payoutOf([]), [], [trip], { ...made, entryDate })).toMatchObject({
    kind: 'payout',
    label: 'Versement Jaïkan\u00A0: Classe de mer',
    reference: 'PLATEFORME 1 po_1',
    collectionId: 'trip',
    attachmentIds: ['pdf'],
    voucherSha256: 'f00d',
  });
});

test('an entry of several collectes names them, and a late one says the real day', () => {
  const entryDate = day('2026-09-01');
  const entry = payoutEntry(payoutOf([]), [], [fair, trip], { ...made, entryDate });
  expect(entry.label).toBe(
    'Versement Jaïkan\u00A0: Kermesse, Classe de mer (arrivé le 16/03/2026)',
  );
  expect(entry.collectionId).toBeUndefined();
});

test('a long list of collectes is counted, so that the label stays short', () => {
  const many = Array.from({ length: 9 }, (_, index) => ({ ...trip, id: `trip${index}` }));
  const entry = payoutEntry(payoutOf([]), [], many, { ...made, entryDate: day('2026-03-16') });
  expect(entry.label).toBe('Versement Jaïkan\u00A0: 9 collectes');
});

test('a platform has the name people know', () => {
  expect([platformNameOf('jaikan'), platformNameOf('autre')]).toEqual(['Jaïkan', 'Autre']);
});
