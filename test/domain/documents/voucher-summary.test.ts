import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import type { VoucherLine } from '#shared/domain/documents/payout-voucher.ts';
import { compareClasses, partsOf, sumsOf } from '#shared/domain/documents/voucher-summary.ts';
import { cents } from '#shared/domain/money.ts';

const anyLine: fc.Arbitrary<VoucherLine> = fc
  .record({
    className: fc.constantFrom('CP', 'CE1', 'CM2', 'Ulis', ''),
    collectionTitle: fc.constantFrom('Voyage', 'Photos'),
    platformReference: fc.string({ minLength: 1 }),
    gross: fc.integer({ min: -100_000, max: 100_000 }),
    fee: fc.integer({ min: 0, max: 500 }),
  })
  .map(({ gross, fee, ...line }) => ({
    ...line,
    kind: 'charge',
    paidOn: day('2026-03-12'),
    payerName: 'Camille',
    pupil: 'Zoé M.',
    means: 'Carte',
    grossCents: cents(gross),
    feeCents: cents(fee),
    netCents: cents(gross - fee),
  }));

test('the sums of the collectes, and of their classes, give the sum of the lines to the cent', () => {
  fc.assert(
    fc.property(fc.array(anyLine), (lines) => {
      const parts = partsOf(lines);
      const net = (sums: readonly { netCents: number }[]) =>
        sums.reduce((sum, { netCents }) => sum + netCents, 0);
      expect(net(parts.map(({ sums }) => sums))).toBe(sumsOf(lines).netCents);
      for (const { sums, classes } of parts)
        expect(net(classes.map((one) => one.sums))).toBe(sums.netCents);
    }),
  );
});

test('no line is lost and none is counted twice', () => {
  fc.assert(
    fc.property(fc.array(anyLine), (lines) => {
      const listed = partsOf(lines).flatMap((part) => part.lines);
      expect(listed).toHaveLength(lines.length);
      expect(new Set(listed)).toEqual(new Set(lines));
    }),
  );
});

test('the parts do not depend on the order in which the lines came', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyLine, { selector: ({ platformReference }) => platformReference }),
      (lines) => {
        expect(partsOf(lines.toReversed())).toEqual(partsOf(lines));
      },
    ),
  );
});

test('classes come as a school lists them, then the others by name', () => {
  const classes = ['Ulis', 'CM2', 'CE1 B', 'PS', 'CP', 'CE1 A', 'GS'];
  expect(classes.toSorted(compareClasses)).toEqual([
    'PS',
    'GS',
    'CP',
    'CE1 A',
    'CE1 B',
    'CM2',
    'Ulis',
  ]);
});
