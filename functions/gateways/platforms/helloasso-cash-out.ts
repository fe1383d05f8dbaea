import * as z from 'zod';
import type { Day } from '#shared/domain/dates.ts';
import { cents, sumCents, zeroCents, type Cents } from '#shared/domain/money.ts';
import type { Movement, MovementKind } from '#shared/domain/payments/movement.ts';
import { oneLine } from '#shared/domain/text.ts';
import { centsOfEuros, dayOf, noonOf, partsOf, text } from './answers.ts';
import { ask, type Question } from './http.ts';
import { namedMovements, type NameMovement } from './movement-names.ts';
import { PlatformRefused } from './platform-api.ts';

const rowsMax = 5_000;
/** How many payments are read again to know in which unit the export is written. */
const comparedMax = 5;

const decimal = z.number().transform(String).nullish();

const rowSchema = z.object({
  campaignName: text.nullish(),
  operationType: z.string().max(60),
  credit: decimal,
  debit: decimal,
  paymentId: z.int().positive().nullish(),
  paymentDate: dayOf,
  paymentStatus: z.string().max(60).nullish(),
  cashOutDate: dayOf,
  payerFirstName: text.nullish(),
  payerLastName: text.nullish(),
  payerCompany: text.nullish(),
});

type Row = z.output<typeof rowSchema>;

/** What the platform sent to the bank, with everything that it is made of. */
export interface CashOut {
  readonly arrivalOn: Day;
  readonly netCents: Cents;
  readonly movements: readonly Movement[];
}

type Unit = (written: string) => Cents | undefined;

const inCents: Unit = (written) => {
  const parts = partsOf(written, 0);
  return parts === undefined ? undefined : cents(parts);
};

/**
 * The export of a cash-out. Nobody says whether its amounts are euros or cents: it is decided by the
 * payments themselves, read again, and refused when they agree with neither.
 */
export async function readCashOut(
  id: string,
  question: Question,
  grossOfPayment: (paymentId: string) => Promise<Cents | undefined>,
): Promise<CashOut | undefined> {
  const rows = await ask(question, z.array(rowSchema).max(rowsMax));
  const [first] = rows ?? [];
  if (!rows || !first) return undefined;
  const unit = await unitOf(rows, grossOfPayment);
  const name = namedMovements(id);
  const movements = rows.map((row) => movementOf(row, unit, name));
  return {
    arrivalOn: first.cashOutDate,
    netCents: sumCents(movements.map(({ netCents }) => netCents)),
    movements,
  };
}

async function unitOf(
  rows: readonly Row[],
  grossOfPayment: (paymentId: string) => Promise<Cents | undefined>,
): Promise<Unit> {
  const compared = rows.filter(isCharge).slice(0, comparedMax);
  const grosses: Cents[] = [];
  for (const { paymentId } of compared) {
    const gross = await grossOfPayment(String(paymentId));
    if (gross === undefined) throw new PlatformRefused('a cash-out of unknown payments');
    grosses.push(gross);
  }
  const agrees = (unit: Unit): boolean =>
    compared.every(({ credit }, index) => unit(credit ?? '0') === grosses[index]);
  const [only, ...others] = [inCents, centsOfEuros].filter(agrees);
  if (!only || others.length > 0) throw new PlatformRefused('a cash-out in an unknown unit');
  return only;
}

const kindsBySide: Readonly<Record<string, MovementKind>> = {
  OrganizationTip: 'adjustment',
  Credit: 'adjustment',
  ContestationCancelled: 'dispute',
  RefundCancelled: 'refund',
};

/** A line that takes money back says by the state of its payment whether it was contested. */
function kindOf({ operationType, paymentStatus, debit, paymentId }: Row): MovementKind {
  if (typeof paymentId !== 'number') return 'adjustment';
  if (Number(debit ?? '0') !== 0) return paymentStatus === 'Contested' ? 'dispute' : 'refund';
  return kindsBySide[operationType] ?? 'charge';
}

const isCharge = (row: Row): boolean => kindOf(row) === 'charge';

function movementOf(row: Row, unit: Unit, name: NameMovement): Movement {
  const kind = kindOf(row);
  const credit = unit(row.credit ?? '0');
  const debit = unit(row.debit ?? '0');
  if (credit === undefined || debit === undefined)
    throw new PlatformRefused('an amount with more than two decimals');
  const grossCents = cents(credit - Math.abs(debit));
  return {
    movementId: idOf(row, kind, name),
    kind,
    paymentId: typeof row.paymentId === 'number' ? String(row.paymentId) : undefined,
    campaign: row.campaignName ?? undefined,
    payerName:
      oneLine(`${row.payerFirstName ?? ''} ${row.payerLastName ?? ''}`) ||
      (row.payerCompany ?? undefined),
    grossCents,
    feeCents: zeroCents,
    netCents: grossCents,
    paidAt: noonOf(row.paymentDate),
  };
}

/** Rows have no id: what they are and the payment they are about name them. */
function idOf({ operationType, paymentId }: Row, kind: MovementKind, name: NameMovement): string {
  const id = String(paymentId ?? '');
  return kind === 'dispute' && operationType !== 'ContestationCancelled'
    ? contestedId(id)
    : name(kind, id);
}

/** A contested payment is the same movement on the payment and in the payout that takes it back. */
export const contestedId = (paymentId: string): string => `contested-${paymentId}`;
