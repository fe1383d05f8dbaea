import { addDays, formatDay, type Day } from '#shared/domain/dates.ts';
import { banks, type Bank, type Shown } from './banks.ts';
import type { Dice } from './dice.ts';
import { familiesOf, type Family } from './people.ts';
import { fees, payouts, spending } from './spending.ts';
import { start } from './year.ts';

/** What the treasurer holds in hand when something happens: a stub, a slip, a notice. */
export interface Piece {
  readonly kind: string;
  readonly on: Day;
  readonly amountCents: number;
  readonly label: string;
  /** What it is for: pieces of one kind, amount and activity are worth the same in the books. */
  readonly activity: string;
  readonly chequeNumber?: string | undefined;
  readonly depositSlipNumber?: string | undefined;
  readonly chequeCount?: number | undefined;
  readonly payoutReference?: string | undefined;
}

/** What the bank books. */
export interface Booked extends Shown {
  readonly date: Day;
  readonly amountCents: number;
}

/** One thing that happened, as the bank and the treasurer each saw it. */
export interface Dealing {
  readonly lines: readonly Booked[];
  readonly pieces: readonly Piece[];
  /** The cheques of a deposit, for a treasurer who writes them one by one. */
  readonly cheques?: readonly Piece[];
}

export interface World {
  readonly bank: Bank;
  readonly dealings: readonly Dealing[];
}

const yearDays = 364;

/** The next day that the bank works. */
function workday(on: Day): Day {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return weekday === 6 ? addDays(on, 2) : weekday === 0 ? addDays(on, 1) : on;
}

/** A school year of a cooperative, seen from nowhere: nothing is lost yet. */
export function worldOf(dice: Dice): World {
  const bank = dice.pick(banks);
  const families = familiesOf(dice, dice.whole(35, 110), 0.25);
  const events = eventsOf(dice);
  const booked = (
    kind: string,
    date: Day,
    amountCents: number,
    more: Partial<Booked> = {},
  ): Booked => ({
    kind,
    date: workday(date),
    on: formatDay(date),
    amountCents,
    ...more,
  });
  const paid = events.flatMap((event) => takings(dice, event, families));
  const dealings = [
    ...deposits(
      dice,
      paid.filter(({ means }) => means === 'cheque'),
      booked,
    ),
    ...cash(
      dice,
      paid.filter(({ means }) => means === 'cash'),
      booked,
    ),
    ...transfers(
      paid.filter(({ means }) => means === 'transfer'),
      dice,
      booked,
    ),
    ...payouts(
      dice,
      paid.filter(({ means }) => means === 'online'),
      booked,
    ),
    ...spending(dice, booked),
    ...fees(dice, booked),
  ];
  return { bank, dealings };
}

export type Book = (kind: string, date: Day, amountCents: number, more?: Partial<Booked>) => Booked;

interface Event {
  readonly name: string;
  readonly opensOn: Day;
  readonly lastsDays: number;
  readonly prices: readonly number[];
  readonly share: number;
}

/** The collections of the year, at the round prices that schools ask. */
function eventsOf(dice: Dice): readonly Event[] {
  const names = [
    'sortie ferme',
    'classe verte',
    'gâteaux',
    'photos',
    'kermesse',
    'spectacle',
    'tombola',
    'livre',
    'cinéma',
    'sapins',
    'ski',
  ];
  const event = (name: string, opensOn: Day): Event => ({
    name,
    opensOn,
    lastsDays: dice.whole(7, 30),
    prices: dice
      .shuffled([5, 10, 12, 15, 20, 25, 8, 6.5, 3])
      .slice(0, dice.whole(1, 3))
      .map((euros) => euros * 100),
    share: 0.3 + dice.next() * 0.5,
  });
  return [
    {
      name: 'cotisation',
      opensOn: addDays(start, 4),
      lastsDays: 45,
      prices: [1_000, 1_500, 2_000],
      share: 0.85,
    },
    ...dice
      .shuffled(names)
      .slice(0, dice.whole(3, 6))
      .map((name) => event(name, addDays(start, dice.whole(20, 290)))),
  ];
}

export interface Taking {
  readonly event: string;
  readonly on: Day;
  readonly amountCents: number;
  readonly family: Family;
  readonly means: 'cheque' | 'cash' | 'transfer' | 'online';
}

/** What the families gave, when, and how. */
const takings = (dice: Dice, event: Event, families: readonly Family[]): readonly Taking[] =>
  families
    .filter(() => dice.chance(event.share))
    .map((family) => ({
      event: event.name,
      on: addDays(
        event.opensOn,
        Math.min(
          90,
          Math.floor(dice.next() ** 1.5 * event.lastsDays) +
            (dice.chance(0.06) ? dice.delay(20, 0.6) : 0),
        ),
      ),
      amountCents: dice.pick(event.prices) * (dice.chance(0.12) ? 2 : 1),
      family,
      means: dice.pick([
        'cheque',
        'cheque',
        'cheque',
        'cheque',
        'cash',
        'transfer',
        'online',
        'online',
      ] as const),
    }));

const inYear = (on: Day): boolean => on >= start && on <= addDays(start, yearDays);

/** Cheques wait in a drawer, then go to the bank with a slip; the odd one stays behind. */
function deposits(dice: Dice, cheques: readonly Taking[], booked: Book): readonly Dealing[] {
  const every = dice.whole(6, 24);
  const first = dice.whole(3, 12);
  let slipNumber = dice.whole(1_000_000, 8_000_000);
  let drawer = cheques.toSorted((one, other) => (one.on < other.on ? -1 : 1));
  const made: Dealing[] = [];
  for (let at = first; at <= yearDays; at += dice.whole(Math.ceil(every / 2), every * 2)) {
    const on = addDays(start, at);
    const taken = drawer.filter((cheque) => cheque.on <= on && !dice.chance(0.04)).slice(0, 40);
    if (taken.length === 0) continue;
    drawer = drawer.filter((cheque) => !taken.includes(cheque));
    slipNumber += dice.whole(1, 9);
    const number = String(slipNumber);
    const amountCents = taken.reduce((sum, cheque) => sum + cheque.amountCents, 0);
    const event = taken[0]?.event ?? '';
    made.push({
      lines: [
        booked('chequeDeposit', addDays(on, dice.whole(0, 3)), amountCents, {
          number,
          count: taken.length,
          on: formatDay(on),
        }),
      ],
      pieces: [
        {
          kind: 'chequeDeposit',
          on,
          amountCents,
          label: `Remise de ${taken.length} chèques ${event}`,
          activity: number,
          depositSlipNumber: number,
          chequeCount: taken.length,
        },
      ],
      cheques: taken.map((cheque) => ({
        kind: 'cheque',
        on: cheque.on,
        amountCents: cheque.amountCents,
        label: `${cheque.event} ${cheque.family.pupilName}`,
        activity: cheque.event,
        depositSlipNumber: number,
      })),
    });
  }
  return made;
}

function cash(dice: Dice, coins: readonly Taking[], booked: Book): readonly Dealing[] {
  return [...Map.groupBy(coins, ({ event }) => event)].flatMap(([event, gifts]) => {
    const amountCents =
      gifts.reduce((sum, gift) => sum + gift.amountCents, 0) + dice.whole(0, 3) * 1_000;
    const on = addDays(
      gifts
        .map((gift) => gift.on)
        .toSorted()
        .at(-1) ?? start,
      dice.delay(3, 0.7),
    );
    if (!inYear(on)) return [];
    return [
      {
        lines: [booked('cashDeposit', addDays(on, dice.whole(0, 4)), amountCents)],
        pieces: [
          {
            kind: 'cashDeposit',
            on,
            amountCents,
            label: `Dépôt espèces ${event}`,
            activity: event,
          },
        ],
      },
    ];
  });
}

const transfers = (gifts: readonly Taking[], dice: Dice, booked: Book): readonly Dealing[] =>
  gifts.map(({ event, on, amountCents, family }) => ({
    lines: [
      booked('transferIn', addDays(on, dice.whole(0, 2)), amountCents, {
        name: family.payerName,
        motive: dice.chance(0.5) ? `${event} ${family.pupilName}` : '',
      }),
    ],
    pieces: [
      {
        kind: 'transferIn',
        on,
        amountCents,
        label: `${event} ${family.pupilName}`,
        activity: event,
      },
    ],
  }));
