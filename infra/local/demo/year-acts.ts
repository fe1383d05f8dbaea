import { addDays, day, type Day } from '#shared/domain/dates.ts';
import type { PaymentMeans } from '#shared/domain/ledger/entry.ts';
import type { Cents } from '#shared/domain/money.ts';
import { chanceOf, type Chance } from './chance.ts';
import { seasonalActs } from './season.ts';

/** One act of a school year, before it is an entry. */
export interface Act {
  readonly on: Day;
  readonly kind: 'expense' | 'income' | 'transfer' | 'deposit';
  readonly label: string;
  readonly counterparty?: string;
  readonly means?: PaymentMeans;
  /** Where the money is; for a transfer, where it comes from. */
  readonly treasury: string;
  /** For a transfer, where it goes. */
  readonly to?: string;
  readonly splits: readonly { readonly accountNumber: string; readonly amountCents: Cents }[];
}

type Model = readonly [
  label: string,
  counterparty: string,
  account: string,
  from: number,
  to: number,
];

const purchases: readonly [Model, ...Model[]] = [
  ['Car pour la sortie au musée', 'Autocars du Paillon', '6180', 95, 260],
  ['Entrées au musée', 'Musée des Galets', '6180', 40, 130],
  ['Séance de cinéma', 'Cinéma Le Régent', '6180', 60, 150],
  ['Livres pour la bibliothèque de classe', 'Librairie du Port', '6180', 25, 140],
  ['Peinture et papier', 'Papeterie Masséna', '6180', 12, 85],
  ['Graines et terreau pour le jardin', 'Jardinerie des Collines', '6180', 10, 65],
  ['Intervention d’une conteuse', 'Compagnie du Figuier', '6180', 120, 320],
  ['Tickets de tramway', 'Régie des transports', '6180', 15, 60],
  ['Abonnement à une revue', 'Éditions du Cerf-volant', '6180', 38, 72],
  ['Ingrédients pour l’atelier cuisine', 'Épicerie du Cours', '6180', 14, 58],
  ['Timbres', 'Bureau de poste', '6500', 8, 28],
  ['Goûter de la fête', 'Boulangerie des Arcades', '6070', 25, 95],
];

const receipts: readonly [Model, ...Model[]] = [
  ['Participation à la sortie, chèques des familles', 'Familles', '7080', 110, 320],
  ['Vente de gâteaux', 'Familles', '7070', 35, 120],
  ['Vente d’objets faits par les élèves', 'Familles', '7070', 45, 190],
  ['Participations volontaires', 'Familles', '7562', 60, 240],
  ['Entrées du spectacle de classe', 'Familles', '7080', 70, 210],
];

const levels = ['CP', 'CE1', 'CE2', 'CM1', 'CM2', 'grande section'] as const;

/** Ordinary days: what classes buy, what families bring. */
function ordinaryAct(chance: Chance, from: Day, to: Day): Act {
  const on = chance.schoolDay(from, to);
  const level = chance.pick(levels);
  if (chance.next() < 0.4) {
    const [label, counterparty, accountNumber, low, high] = chance.pick(receipts);
    const splits = [{ accountNumber, amountCents: chance.amount(low, high) }];
    const treasury = accountNumber === '7070' && chance.next() < 0.5 ? '530' : '512';
    const common = { on, label: `${label} (${level})`, counterparty, treasury, splits };
    return treasury === '530'
      ? { ...common, kind: 'income', means: 'cash' }
      : { ...common, kind: 'deposit', means: 'cheque' };
  }
  const [label, counterparty, accountNumber, low, high] = chance.pick(purchases);
  const means = chance.pick<PaymentMeans>(['cheque', 'card', 'card', 'transfer', 'cash']);
  return {
    on,
    kind: 'expense',
    label: `${label} (${level})`,
    counterparty,
    means,
    treasury: means === 'cash' ? '530' : '512',
    splits: [{ accountNumber, amountCents: chance.amount(low, high) }],
  };
}

/** The acts of a year up to a day, in the order of their dates: about `count` of them. */
export function yearActs({
  seed,
  yearId,
  until,
  count,
  pupilCount,
}: {
  readonly seed: string;
  readonly yearId: string;
  readonly until: Day;
  readonly count: number;
  readonly pupilCount: number;
}): readonly Act[] {
  const startOn = day(`${yearId}-09-01`);
  const from = addDays(startOn, 3);
  const last =
    until < day(`${Number(yearId) + 1}-07-04`) ? until : day(`${Number(yearId) + 1}-07-04`);
  const seasonal = seasonalActs(yearId, pupilCount).filter(({ on }) => on <= until);
  if (last < from) return seasonal;
  const chance = chanceOf(`${seed} ${yearId}`);
  const ordinary = Array.from({ length: Math.max(0, count - seasonal.length) }, () =>
    ordinaryAct(chance, from, last),
  );
  return [...seasonal, ...ordinary].toSorted((one, other) => one.on.localeCompare(other.on));
}
