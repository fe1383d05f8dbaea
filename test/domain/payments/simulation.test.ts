import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, type Day } from '#shared/domain/dates.ts';
import { movementCents, reverseLines, type EntryLine } from '#shared/domain/ledger/entry.ts';
import { newFiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { cents } from '#shared/domain/money.ts';
import { factsOfMovement } from '#shared/domain/payments/facts.ts';
import {
  heldAtYearEnd,
  heldLines,
  type HeldMovement,
} from '#shared/domain/payments/held-at-year-end.ts';
import { findHeldAmong } from '#shared/domain/payments/held-movements.ts';
import { movementDay, movementTotals, type Movement } from '#shared/domain/payments/movement.ts';
import { payoutEntryLines } from '#shared/domain/payments/payout-entry.ts';
import { mergePayout, type Payout, type PayoutFacts } from '#shared/domain/payments/payout.ts';
import { mergePayment, type PlatformPayment } from '#shared/domain/payments/platform-payment.ts';

const provider = 'jaikan';
const trip = { id: 'trip', title: 'Classe de mer', accountNumber: '7080' };
const year = newFiscalYear('2025');
const days = [...Array(60).keys()].map((index) =>
  day(new Date(Date.UTC(2026, 7, 5 + index)).toISOString().slice(0, 10)),
);

interface Charge {
  readonly gross: number;
  readonly fee: number;
  readonly on: number;
  readonly payout: number;
  readonly back: 'none' | 'same' | 'net' | 'later' | 'disputed';
}

const chargeOf: fc.Arbitrary<Charge> = fc.record({
  gross: fc.integer({ min: 200, max: 30_000 }),
  fee: fc.integer({ min: 0, max: 150 }),
  on: fc.integer({ min: 0, max: 40 }),
  payout: fc.integer({ min: 0, max: 3 }),
  back: fc.constantFrom('none', 'none', 'same', 'net', 'later', 'disputed'),
});

const movement = (
  [movementId, paymentId]: readonly [string, string],
  kind: Movement['kind'],
  [gross, fee]: readonly [number, number],
  on: Day,
): Movement => ({
  movementId,
  kind,
  paymentId,
  grossCents: cents(gross),
  feeCents: cents(fee),
  netCents: cents(gross - fee),
  paidAt: `${on}T10:00:00.000Z`,
});

/** What really happened on the platform: payouts in their order, each with its movements. */
function platformOf(charges: readonly Charge[]) {
  const payouts = Array.from({ length: 6 }, (): Movement[] => []);
  for (const [index, { gross, fee, on, payout, back }] of charges.entries()) {
    const id = `pay_${index}`;
    payouts[payout]?.push(movement([`mv_${index}`, id], 'charge', [gross, fee], days[on]!));
    if (back === 'none') continue;
    const at = back === 'same' || back === 'net' ? payout : payout + 1;
    const kind = back === 'disputed' ? 'dispute' : 'refund';
    const cost = back === 'disputed' ? 1_500 : 0;
    // What came back of the platform is given back: its fee is not, and nothing is left to pay out.
    const given = back === 'net' ? gross - fee : gross;
    payouts[at]?.push(movement([`bk_${index}`, id], kind, [-given, cost], days[on + 1]!));
  }
  return payouts
    .map((lines, index) => ({ id: `po_${index}`, lines, arrivalOn: days[44 + index]! }))
    .filter(({ lines }) => lines.length > 0);
}

type Told =
  | { readonly kind: 'movement'; readonly movement: Movement }
  | { readonly kind: 'payout'; readonly facts: PayoutFacts };

/** The books and what is known, as the stores keep them: each step is read, decided, kept. */
class World {
  payments = new Map<string, PlatformPayment>();
  payouts = new Map<string, Payout>();
  entries = new Map<string, readonly EntryLine[]>();
  before: EntryLine[] = [];
  after: EntryLine[] = [];
  held: HeldMovement[] = [];
  refusals = 0;

  note(one: Movement, payoutId?: string): void {
    const facts = factsOfMovement(one, payoutId);
    if (!facts) return;
    const merged = mergePayment(this.payments.get(facts.paymentId), provider, facts);
    if (merged.ok) this.payments.set(facts.paymentId, { ...merged.value, collectionId: 'trip' });
    else this.refusals += 1;
  }

  hear(told: Told, crashes: boolean): void {
    if (told.kind === 'movement') return this.note(told.movement);
    const merged = mergePayout(this.payouts.get(told.facts.id), provider, told.facts, 'now');
    if (!merged.ok) throw new Error(merged.rejection);
    this.payouts.set(merged.value.id, merged.value);
    for (const line of merged.value.lines ?? []) this.note(line, merged.value.id);
    if (!crashes) this.close(merged.value);
  }

  close(payout: Payout): void {
    if (payout.status !== 'paid' || payout.entryId !== undefined || payout.withoutEntry) return;
    const waiting = [...this.payouts.values()].filter(
      (one) => one.withoutEntry === true && one.carriedBy === undefined,
    );
    const lines = payoutEntryLines(payout, () => trip, {
      carried: waiting.flatMap((one) => one.lines ?? []),
      findHeld: findHeldAmong(this.held),
    });
    if (!lines.ok) throw new Error(lines.rejection);
    if (lines.value.length === 0) {
      this.payouts.set(payout.id, { ...payout, withoutEntry: true });
      return;
    }
    if (this.entries.has(payout.id)) throw new Error('two entries for one payout');
    this.entries.set(payout.id, lines.value);
    this.after.push(...lines.value);
    this.payouts.set(payout.id, { ...payout, entryId: payout.id });
    for (const one of waiting) this.payouts.set(one.id, { ...one, carriedBy: payout.id });
  }

  endYear(): void {
    const { waiting, bookedAfter } = heldAtYearEnd(
      year,
      [...this.payments.values()],
      [...this.payouts.values()].map((payout) => ({
        provider,
        arrivalOn: payout.arrivalOn,
        isSettled: payout.entryId !== undefined || payout.carriedBy !== undefined,
        isBooked: payout.entryId !== undefined || payout.carriedBy !== undefined,
        lines: payout.lines ?? [],
      })),
      this.held,
    );
    this.before.push(...heldLines([...waiting, ...bookedAfter], () => trip));
    this.after.push(...reverseLines(heldLines(bookedAfter, () => trip)));
    this.held.push(...waiting, ...bookedAfter);
  }
}

const history = fc.record({
  charges: fc.array(chargeOf, { minLength: 1, maxLength: 12 }),
  order: fc.array(fc.nat(), { minLength: 80, maxLength: 80 }),
  lost: fc.array(fc.boolean(), { minLength: 80, maxLength: 80 }),
  crashes: fc.array(fc.boolean(), { minLength: 80, maxLength: 80 }),
  doubled: fc.array(fc.nat(), { maxLength: 12 }),
  yearEndAt: fc.array(fc.nat({ max: 60 }), { maxLength: 3 }),
});

test('INV-38, INV-40, INV-43, INV-45, W-05: any history ends in one right entry a paid payout, and 467 at zero', () => {
  let settledCount = 0;
  let carriedCount = 0;
  fc.assert(
    fc.property(history, ({ charges, order, lost, crashes, doubled, yearEndAt }) => {
      const payouts = platformOf(charges);
      const story: readonly Told[] = payouts.flatMap(({ id, lines, arrivalOn }) => {
        const { netCents } = movementTotals(lines);
        const facts = (status: PayoutFacts['status'], at: string): Told => ({
          kind: 'payout',
          facts: { id, status, arrivalOn, netCents, itemised: true, lines, toldAt: at },
        });
        return [
          ...lines.map((one): Told => ({ kind: 'movement', movement: one })),
          facts('pending', `${arrivalOn}T06:00:00.000Z`),
          facts('paid', `${arrivalOn}T08:00:00.000Z`),
        ];
      });
      const sent = [...story, ...doubled.map((at) => story[at % story.length]!)]
        .map((told, index) => ({ told, index, at: order[index % 80] ?? 0 }))
        .toSorted((one, other) => one.at - other.at);
      const world = new World();
      for (const [step, { told, index }] of sent.entries()) {
        if (yearEndAt.includes(step)) world.endYear();
        if (!lost[index % 80]) world.hear(told, crashes[step % 80] ?? false);
      }
      // What was lost or cut short is found again by the sweep, whole month later, after closing.
      for (const told of story) world.hear(told, false);
      world.endYear();
      for (const told of story) world.hear(told, false);

      const all = payouts.flatMap(({ lines }) => lines);
      const netOf = (lines: readonly Movement[]): number => movementTotals(lines).netCents;
      expect(world.refusals).toBe(0);
      expect([...world.entries.keys()].toSorted()).toEqual(
        payouts.filter(({ lines }) => netOf(lines) !== 0).map(({ id }) => id),
      );
      const carried = [...world.payouts.values()].every(
        ({ withoutEntry, carriedBy }) => withoutEntry !== true || carriedBy !== undefined,
      );
      const balance = (account: string): number =>
        movementCents(world.before, account) + movementCents(world.after, account);
      expect(movementCents(world.after, '512')).toBe(netOf(all));
      carriedCount += [...world.payouts.values()].filter(({ carriedBy }) => carriedBy).length;
      // A last payout of zero waits for the next one that is not, and so does its money.
      if (carried) {
        settledCount += 1;
        expect(balance('467')).toBe(0);
        expect(balance('7080')).toBe(all.reduce((sum, { grossCents }) => sum - grossCents, 0));
        expect(balance('6278')).toBe(all.reduce((sum, { feeCents }) => sum + feeCents, 0));
      }
      const ofYear = all.filter((one) => movementDay(one) <= year.endOn);
      expect(movementCents(world.before, '7080')).toBe(
        ofYear.reduce((sum, { grossCents }) => sum - grossCents, 0),
      );
    }),
    { numRuns: 400, seed: 20_260_831 },
  );
  expect(settledCount).toBeGreaterThan(350);
  expect(carriedCount).toBeGreaterThan(10);
});
