import { addDays, formatDay } from '#shared/domain/dates.ts';
import type { Dice } from './dice.ts';
import { suppliers } from './people.ts';
import type { Book, Dealing, Taking } from './world.ts';
import { start } from './year.ts';

/** A platform pays every week or month what came in, less its fee where it takes one. */
export function payouts(dice: Dice, gifts: readonly Taking[], booked: Book): readonly Dealing[] {
  const platform = dice.pick(['HELLOASSO', 'HELLOASSO', 'STRIPE', 'SUMUP']);
  const every = dice.pick([7, 7, 14, 30]);
  let number = dice.whole(3_000_000, 3_900_000);
  const byWindow = Map.groupBy(gifts, ({ on }) =>
    Math.floor((Date.parse(on) - Date.parse(start)) / 86_400_000 / every),
  );
  return [...byWindow]
    .toSorted(([one], [other]) => one - other)
    .map(([window, paid]) => {
      const grossCents = paid.reduce((sum, gift) => sum + gift.amountCents, 0);
      const feeCents =
        platform === 'HELLOASSO'
          ? 0
          : Math.round(grossCents * 0.0175) + (platform === 'STRIPE' ? 25 * paid.length : 0);
      const on = addDays(start, (window + 1) * every);
      number += dice.whole(20, 400);
      const payoutReference =
        platform === 'HELLOASSO' ? String(number) : `po_${number.toString(36)}`;
      return {
        lines: [
          booked('payout', addDays(on, dice.whole(0, 4)), grossCents - feeCents, {
            name: platform,
            number: platform === 'HELLOASSO' ? String(number) : '',
            on: formatDay(on),
          }),
        ],
        pieces: [
          {
            kind: 'payout',
            on,
            amountCents: grossCents - feeCents,
            label: `Versement ${platform} ${paid.length} paiements`,
            activity: payoutReference,
            payoutReference,
          },
        ],
      };
    });
}

const lineKinds = {
  cheque: 'cheque',
  transferOut: 'transferOut',
  card: 'card',
  directDebit: 'directDebit',
};

export function spending(dice: Dice, booked: Book): readonly Dealing[] {
  let cheque = dice.whole(100_000, 8_900_000);
  const pupils = dice.whole(18, 30);
  const monthly = suppliers.filter(({ means }) => means.includes('directDebit'));
  const spent = Array.from({ length: dice.whole(30, 80) }, () => ({
    supplier: dice.pick(suppliers),
    on: addDays(start, dice.whole(2, 330)),
  }));
  const debits = dice.chance(0.4)
    ? monthly.flatMap((supplier) =>
        Array.from({ length: 10 }, (_, month) => ({
          supplier,
          on: addDays(start, 10 + month * 30),
        })),
      )
    : [];
  return [...spent, ...debits]
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
    .map(({ supplier, on }) => {
      const means = dice.pick(supplier.means);
      const { name, bankName = name, what, price, upTo = 100 } = supplier;
      const euros =
        price === undefined
          ? dice.whole(500, upTo * 100) / 100
          : price *
            (means === 'directDebit'
              ? 1
              : price > 100
                ? dice.whole(1, 4)
                : pupils + dice.whole(-2, 2));
      const amountCents = -Math.round(
        dice.chance(0.15) ? Math.max(5, Math.round(euros / 5) * 5) * 100 : euros * 100,
      );
      cheque += 1;
      const chequeNumber = means === 'cheque' ? String(cheque).padStart(7, '0') : undefined;
      const days = {
        cheque: 1 + dice.delay(9, 0.9),
        transferOut: dice.whole(0, 2),
        card: dice.whole(1, 3),
        directDebit: dice.whole(0, 2),
      }[means];
      return {
        lines: [
          booked(lineKinds[means], addDays(on, Math.min(days, 200)), amountCents, {
            name: bankName.toUpperCase(),
            number: chequeNumber,
            on: formatDay(on),
          }),
        ],
        pieces: [
          { kind: means, on, amountCents, label: `${name} ${what}`, activity: name, chequeNumber },
        ],
      };
    });
}

/** The bank's own fees, the membership, the town's help. */
export function fees(dice: Dice, booked: Book): readonly Dealing[] {
  const feeCents = -dice.whole(300, 1_900);
  const quarterly = [30, 121, 212, 304].map((at) => {
    const on = addDays(start, at);
    return {
      lines: [booked('fee', on, feeCents)],
      pieces: [
        { kind: 'fee', on, amountCents: feeCents, label: 'Frais bancaires', activity: 'fees' },
      ],
    };
  });
  const duesCents = -dice.whole(100, 300) * 230;
  const duesOn = addDays(start, dice.whole(50, 80));
  const helpOn = addDays(start, dice.whole(90, 200));
  const helpCents = dice.whole(4, 30) * 5_000;
  return [
    ...quarterly,
    {
      lines: [booked('directDebit', addDays(duesOn, 2), duesCents, { name: 'OCCE 06' })],
      pieces: [
        {
          kind: 'directDebit',
          on: duesOn,
          amountCents: duesCents,
          label: 'Cotisation OCCE',
          activity: 'dues',
        },
      ],
    },
    {
      lines: [
        booked('transferIn', helpOn, helpCents, {
          name: 'TRESOR PUBLIC COMMUNE',
          motive: 'SUBVENTION',
        }),
      ],
      pieces: [
        {
          kind: 'transferIn',
          on: helpOn,
          amountCents: helpCents,
          label: 'Subvention mairie',
          activity: 'help',
        },
      ],
    },
  ];
}
