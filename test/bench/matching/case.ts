import { addDays, day, type Day } from '#shared/domain/dates.ts';
import { codeOf, labelOf } from './banks.ts';
import { diceOf, type Dice } from './dice.ts';
import { digitMissed, digitsSwapped } from './slips.ts';
import { balanced, importedOf } from './periods.ts';
import { worldOf, type Booked, type Dealing, type Piece } from './world.ts';

export const levels = { careful: 0.4, ordinary: 1, messy: 2 } as const;
export type Level = keyof typeof levels;

export interface CaseLine {
  readonly id: string;
  readonly date: Day;
  readonly valueDate: Day;
  readonly amountCents: number;
  readonly label: string;
  readonly reference?: string | undefined;
  readonly operationCode?: string | undefined;
}

export interface CaseEntry extends Omit<Piece, 'on' | 'activity'> {
  readonly id: string;
  readonly date: Day;
}

export interface CasePeriod {
  readonly from: Day;
  readonly to: Day;
  readonly openingBalanceCents: number;
  readonly closingBalanceCents: number;
}

/** Lines and entries that are one and the same thing. */
export interface Truth {
  readonly kind: string;
  readonly lineIds: readonly string[];
  readonly entryIds: readonly string[];
}

export interface Case {
  readonly periods: readonly CasePeriod[];
  readonly lines: readonly CaseLine[];
  readonly entries: readonly CaseEntry[];
  readonly truths: readonly Truth[];
  /** What each entry is worth in the books: those of one class may take each other's place. */
  readonly classes: ReadonlyMap<string, string>;
}

interface Habits {
  readonly typesMonthly: boolean;
  readonly datesAreOfTyping: boolean;
  readonly ownSlipNumbers: boolean;
  readonly looseCheques: 'none' | 'withSlip' | 'bare';
}

/** A world, less what its treasurer and its bank lost: the same for the same seed and level. */
export function caseOf(seed: number, level: Level): Case {
  const dice = diceOf(seed * 7_919 + 13);
  const { bank, dealings } = worldOf(dice);
  const rate = levels[level];
  const habits: Habits = {
    typesMonthly: dice.chance(0.15 * rate),
    datesAreOfTyping: dice.chance(0.5),
    ownSlipNumbers: dice.chance(0.4),
    looseCheques: dice.chance(0.12 * rate) ? 'bare' : dice.chance(0.15) ? 'withSlip' : 'none',
  };
  const seen = [
    ...dealings.flatMap((dealing) => troubled(dice, dealing, rate)),
    ...bigTransfers(dice, dealings, rate),
  ];
  const imported = importedOf(dice, rate);
  const lines: CaseLine[] = [];
  const entries: CaseEntry[] = [];
  const truths: Truth[] = [];
  const classes = new Map<string, string>();
  const ids = dice.shuffled(Array.from({ length: 4_000 }, (_, index) => index));
  const idOf = (prefix: string) =>
    `${prefix}${String(ids[lines.length + entries.length]).padStart(4, '0')}`;
  seen.forEach((dealing, index) => {
    const lineIds = dealing.lines
      .filter(({ date }) => imported.some(({ from, to }) => from <= date && date <= to))
      .map((line) => {
        const label = labelOf(bank, line, dice);
        lines.push({
          id: idOf('l'),
          date: line.date,
          valueDate: addDays(line.date, dice.whole(0, 1)),
          amountCents: line.amountCents,
          label,
          operationCode: codeOf(bank, line.kind),
        });
        return lines.at(-1)?.id ?? '';
      });
    const all = dealing.lines.length === lineIds.length;
    const entryIds = piecesOf(dice, dealing, habits, index).flatMap((piece) => {
      if (dice.chance(0.03 * rate)) return [];
      const entry = { ...typed(dice, piece, habits, rate), id: idOf('e') };
      entries.push(entry);
      classes.set(entry.id, `${piece.kind} ${piece.amountCents} ${piece.activity}`);
      if (dice.chance(0.005 * rate)) {
        entries.push({ ...entry, id: idOf('e') });
        classes.set(entries.at(-1)?.id ?? '', classes.get(entry.id) ?? '');
      }
      return [entry.id];
    });
    const complete = all && entryIds.length === piecesOf(dice, dealing, habits, index).length;
    if (complete && lineIds.length > 0 && entryIds.length > 0)
      truths.push({ kind: dealing.lines[0]?.kind ?? '', lineIds, entryIds });
  });
  return {
    periods: balanced(imported, lines),
    lines: dice.shuffled(lines),
    entries: dice.shuffled(entries),
    truths,
    classes,
  };
}

/** One entry, or the cheques of the deposit one by one. */
function piecesOf(
  _dice: Dice,
  { pieces, cheques }: Dealing,
  habits: Habits,
  index: number,
): readonly Piece[] {
  const own = (piece: Piece): Piece =>
    habits.ownSlipNumbers && piece.depositSlipNumber !== undefined
      ? { ...piece, depositSlipNumber: `2026-${String(index % 90).padStart(2, '0')}` }
      : piece;
  if (!cheques || habits.looseCheques === 'none') return pieces.map(own);
  return cheques.map((cheque) =>
    habits.looseCheques === 'bare' ? { ...cheque, depositSlipNumber: undefined } : own(cheque),
  );
}

/** What goes wrong at the bank or in the drawer. */
function troubled(dice: Dice, dealing: Dealing, rate: number): readonly Dealing[] {
  const { lines, pieces, cheques } = dealing;
  const [line] = lines;
  const [piece] = pieces;
  if (!line || !piece) return [dealing];
  if (line.kind === 'cheque' && dice.chance(0.02 * rate)) return [{ lines: [], pieces }];
  if (line.kind === 'fee' && dice.chance(0.35 * rate)) return [{ lines, pieces: [] }];
  if (line.kind !== 'chequeDeposit') return [dealing];
  const one = cheques?.[0];
  if (one && dice.chance(0.015 * rate)) {
    const returned: Booked = {
      ...line,
      kind: 'returned',
      date: addDays(line.date, dice.whole(4, 15)),
      amountCents: -one.amountCents,
      number: String(dice.whole(1_000_000, 9_999_999)),
    };
    const known: Piece = {
      kind: 'other',
      on: addDays(returned.date, dice.whole(0, 6)),
      amountCents: -one.amountCents,
      label: `Chèque impayé ${one.label}`,
      activity: 'returned',
    };
    return [dealing, { lines: [returned], pieces: dice.chance(0.5) ? [known] : [] }];
  }
  if (dice.chance(0.012 * rate)) {
    const wrongBy = dice.pick([-1_000, -500, 90, 900, -1_500]);
    return [
      { ...dealing, lines: [{ ...line, amountCents: Math.max(100, line.amountCents + wrongBy) }] },
    ];
  }
  if (line.amountCents > 3_000 && dice.chance(0.01 * rate)) {
    const part = Math.floor(line.amountCents / 2 / 500) * 500;
    return [
      {
        ...dealing,
        lines: [
          { ...line, amountCents: part },
          { ...line, amountCents: line.amountCents - part },
        ],
      },
    ];
  }
  return [dealing];
}

/** A family that pays two things at once: one line, two pieces. */
function bigTransfers(dice: Dice, dealings: readonly Dealing[], rate: number): readonly Dealing[] {
  const transfers = dealings.flatMap(({ lines: [line] }) =>
    line?.kind === 'transferIn' && line.name !== 'TRESOR PUBLIC COMMUNE' ? [line] : [],
  );
  return transfers
    .filter(() => dice.chance(0.02 * rate))
    .map((line) => {
      const on = addDays(line.date, 40);
      const amounts = [dice.pick([500, 1_000, 1_500]), dice.pick([800, 1_200, 2_000])];
      return {
        lines: [{ ...line, date: on, amountCents: amounts.reduce((sum, one) => sum + one, 0) }],
        pieces: amounts.map((amountCents, index) => ({
          kind: 'transferIn',
          on,
          amountCents,
          label: `${['livre', 'photo'][index]} ${line.name?.split(' ').at(-1)}`,
          activity: `both${index}`,
        })),
      };
    });
}

/** The hand of the treasurer: late, tired, or in a hurry. */
function typed(dice: Dice, piece: Piece, habits: Habits, rate: number): Omit<CaseEntry, 'id'> {
  const { on, activity: _activity, ...known } = piece;
  const chequeNumber =
    known.chequeNumber === undefined || dice.chance(0.08 * rate)
      ? undefined
      : dice.chance(0.02 * rate)
        ? dice.pick([digitMissed, digitsSwapped])(dice, known.chequeNumber)
        : dice.chance(0.3)
          ? known.chequeNumber.replace(/^0+/u, '')
          : known.chequeNumber;
  const slip =
    known.depositSlipNumber === undefined || dice.chance(0.15 * rate)
      ? undefined
      : dice.chance(0.02 * rate)
        ? digitMissed(dice, known.depositSlipNumber)
        : known.depositSlipNumber;
  const count =
    known.chequeCount === undefined || dice.chance(0.2 * rate)
      ? undefined
      : dice.chance(0.01 * rate)
        ? known.chequeCount + 1
        : known.chequeCount;
  const amountCents = dice.chance(0.01 * rate)
    ? Number(dice.pick([digitMissed, digitsSwapped])(dice, String(known.amountCents)))
    : known.amountCents;
  const month = addDays(day(`${on.slice(0, 7)}-01`), 32).slice(0, 7);
  const late = habits.typesMonthly && habits.datesAreOfTyping && !known.chequeNumber;
  const date = late
    ? addDays(day(`${month}-01`), dice.whole(0, 4))
    : dice.chance(0.15)
      ? addDays(on, dice.delay(3, 0.8))
      : dice.chance(0.01 * rate)
        ? addDays(on, dice.pick([-30, 31, -10, 10]))
        : on;
  return {
    ...known,
    date,
    amountCents,
    chequeNumber,
    depositSlipNumber: slip,
    chequeCount: count,
    kind: dice.chance(0.03 * rate) ? 'other' : known.kind,
    label: dice.chance(0.12 * rate) ? (known.label.split(' ')[0] ?? '') : known.label,
    payoutReference: dice.chance(0.2 * rate) ? undefined : known.payoutReference,
  };
}

export const casesOf = (level: Level, firstSeed: number, count: number): readonly Case[] =>
  Array.from({ length: count }, (_, index) => caseOf(firstSeed + index, level));
