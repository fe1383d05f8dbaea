import type { Day } from '../../dates.ts';
import { cents, sumCents, type Cents } from '../../money.ts';
import type { Movement } from '../movement.ts';

/** One movement that a file tells, with the payout that carries it once it is paid out. */
interface ReportLine {
  readonly row: number;
  readonly movement: Movement;
  readonly payout?: {
    readonly id: string;
    readonly arrivalOn: Day;
    readonly bankReference?: string | undefined;
  };
  /** The day of its payout, where the file does not say which payout that is. */
  readonly paidOutOn?: Day;
}

/** What is left out on purpose: the money never goes through the platform, or nothing was paid. */
export const leftOutBecause = {
  offline:
    'Noté à la main sur la plateforme (chèque, espèces, virement)\u00A0: l’argent ne passe pas par elle.',
  unpaid: 'Paiement refusé, annulé ou en attente.',
  not_matched: 'La banque n’a pas confirmé cette opération.',
  payout_row: 'Le versement lui-même, déjà compté par ses lignes.',
} as const;
type LeftOutReason = keyof typeof leftOutBecause;

/** What a row of a file is, or why it cannot be read, in French. */
export type RowReading =
  | { readonly kind: 'line'; readonly line: ReportLine }
  | { readonly kind: 'leftOut'; readonly reason: LeftOutReason }
  | { readonly kind: 'problem'; readonly message: string };

/** A payout as its file tells it: the sums are those of its lines. */
export interface ReportedPayout {
  readonly id: string;
  readonly arrivalOn: Day;
  readonly bankReference?: string | undefined;
  readonly netCents: Cents;
  readonly feeCents: Cents;
  readonly lines: readonly Movement[];
}

/** What was paid out on a day, in one payout or several that the file does not name. */
interface UnnamedPayouts {
  readonly arrivalOn: Day;
  readonly lines: readonly Movement[];
}

/** What a file says, row by row and payout by payout. */
export interface Report {
  readonly payouts: readonly ReportedPayout[];
  /** Movements that no payout carries yet. */
  readonly awaiting: readonly Movement[];
  /** Payments that the file says paid out without naming their payout: nothing can be booked. */
  readonly unnamed: readonly UnnamedPayouts[];
  readonly leftOut: readonly { readonly reason: LeftOutReason; readonly count: number }[];
  readonly problems: readonly { readonly row: number; readonly message: string }[];
}

/** Puts the rows of a file together: a movement told twice, or a payout on two days, is a problem. */
export function gather(
  readings: readonly { readonly row: number; readonly reading: RowReading }[],
): Report {
  const problems: { row: number; message: string }[] = [];
  const lines: ReportLine[] = [];
  const rowOf = new Map<string, number>();
  for (const { row, reading } of readings) {
    if (reading.kind === 'problem') problems.push({ row, message: reading.message });
    if (reading.kind !== 'line') continue;
    const before = rowOf.get(reading.line.movement.movementId);
    if (before === undefined) lines.push(reading.line);
    else problems.push({ row, message: `Cette ligne répète la ligne ${before}.` });
    rowOf.set(reading.line.movement.movementId, before ?? row);
  }
  const payouts = payoutsOf(lines, problems);
  const left = Map.groupBy(
    readings.flatMap(({ reading }) => (reading.kind === 'leftOut' ? [reading.reason] : [])),
    (reason) => reason,
  );
  return {
    payouts,
    awaiting: lines
      .filter(({ payout, paidOutOn }) => !payout && paidOutOn === undefined)
      .map(({ movement }) => movement),
    unnamed: unnamedOf(lines),
    leftOut: [...left].map(([reason, { length: count }]) => ({ reason, count })),
    problems,
  };
}

function unnamedOf(lines: readonly ReportLine[]): readonly UnnamedPayouts[] {
  const paidOut = lines.flatMap(({ movement, paidOutOn: arrivalOn }) =>
    arrivalOn === undefined ? [] : [{ arrivalOn, movement }],
  );
  const groups = Map.groupBy(paidOut, ({ arrivalOn }) => arrivalOn);
  return [...groups]
    .map(([arrivalOn, group]) => ({ arrivalOn, lines: group.map(({ movement }) => movement) }))
    .toSorted((one, other) => one.arrivalOn.localeCompare(other.arrivalOn));
}

function payoutsOf(
  lines: readonly ReportLine[],
  problems: { row: number; message: string }[],
): readonly ReportedPayout[] {
  const groups = Map.groupBy(
    lines.filter(({ payout }) => payout),
    ({ payout }) => payout?.id ?? '',
  );
  return [...groups].flatMap(([id, group]) => {
    const [first] = group;
    if (!first?.payout) return [];
    const { arrivalOn, bankReference } = first.payout;
    const other = group.find(({ payout }) => payout?.arrivalOn !== arrivalOn);
    if (other)
      problems.push({ row: other.row, message: `Le versement ${id} arrive à deux dates.` });
    const movements = group.map(({ movement }) => movement);
    const netCents = sumCents(movements.map((movement) => movement.netCents));
    const feeCents = cents(sumCents(movements.map((movement) => movement.feeCents)));
    return [{ id, arrivalOn, bankReference, netCents, feeCents, lines: movements }];
  });
}
