import { day, type Day } from '#shared/domain/dates.ts';
import { cents, type Cents } from '#shared/domain/money.ts';
import type { Act } from './year-acts.ts';

/** An amount: so many euros for each pupil, and so many for the school. */
type Share = readonly [accountNumber: string, perPupil: number, fixed: number];

interface SeasonalAct extends Omit<Act, 'on' | 'splits'> {
  readonly on: string;
  readonly shares: readonly Share[];
  /** Amounts are rounded down to so many euros: what is taken to the bank is round. */
  readonly roundedTo?: number;
}

const bank = { treasury: '512' } as const;
const families = { counterparty: 'Familles' } as const;

const fee = (on: string): SeasonalAct => ({
  on,
  kind: 'expense',
  label: 'Frais de tenue de compte',
  counterparty: 'Banque',
  means: 'directDebit',
  ...bank,
  shares: [['6278', 0, 6.9]],
});

const autumn: readonly SeasonalAct[] = [
  {
    on: '09-18',
    kind: 'deposit',
    label: 'Participations volontaires de rentrée',
    ...families,
    means: 'cheque',
    ...bank,
    shares: [['7562', 6, 0]],
  },
  {
    on: '09-24',
    kind: 'income',
    label: 'Participations volontaires de rentrée en espèces',
    ...families,
    means: 'cash',
    treasury: '530',
    shares: [['7562', 1, 0]],
  },
  {
    on: '09-30',
    kind: 'transfer',
    label: 'Remise d’espèces à la banque',
    treasury: '530',
    to: '512',
    shares: [['512', 0.5, 0]],
    roundedTo: 10,
  },
  {
    on: '10-06',
    kind: 'expense',
    label: 'Adhésion et assurance de l’année',
    counterparty: 'OCCE',
    means: 'transfer',
    ...bank,
    shares: [
      ['6281', 1.9, 0],
      ['6168', 0.35, 0],
    ],
  },
  {
    on: '10-14',
    kind: 'income',
    label: 'Subvention municipale pour les sorties',
    counterparty: 'Commune',
    means: 'transfer',
    ...bank,
    shares: [['7410', 8, 0]],
  },
  {
    on: '10-16',
    kind: 'transfer',
    label: 'Régie d’avance de la classe de CM2',
    ...bank,
    to: '541',
    shares: [['541', 0, 100]],
  },
  {
    on: '11-05',
    kind: 'expense',
    label: 'Petit matériel de sciences (CM2)',
    counterparty: 'Bazar de la Gare',
    means: 'cash',
    treasury: '541',
    shares: [['6180', 0, 38.4]],
  },
  {
    on: '11-20',
    kind: 'deposit',
    label: 'Photos de classe, chèques des familles',
    ...families,
    means: 'cheque',
    ...bank,
    shares: [['7070', 7.5, 0]],
  },
  {
    on: '12-08',
    kind: 'expense',
    label: 'Facture du photographe',
    counterparty: 'Studio Lumière',
    means: 'cheque',
    ...bank,
    shares: [['6070', 4.2, 0]],
  },
  fee('12-31'),
];

const spring: readonly SeasonalAct[] = [
  {
    on: '01-19',
    kind: 'income',
    label: 'Aide de l’association des parents',
    counterparty: 'Les Amis de l’école',
    means: 'transfer',
    ...bank,
    shares: [['7480', 0, 350]],
  },
  {
    on: '02-02',
    kind: 'expense',
    label: 'Enceinte portable pour la chorale',
    counterparty: 'Sono Riviera',
    means: 'transfer',
    ...bank,
    shares: [['6800', 0, 189]],
  },
  fee('03-31'),
  {
    on: '04-20',
    kind: 'expense',
    label: 'Classe de découverte, acompte du centre',
    counterparty: 'Centre du Vallon',
    means: 'transfer',
    ...bank,
    shares: [['6180', 3, 0]],
  },
  {
    on: '05-29',
    kind: 'transfer',
    label: 'Retour de la régie d’avance de CM2',
    treasury: '541',
    to: '530',
    shares: [['530', 0, 61.6]],
  },
  {
    on: '06-26',
    kind: 'income',
    label: 'Kermesse : recettes des stands',
    ...families,
    means: 'cash',
    treasury: '530',
    shares: [['7070', 3.5, 0]],
  },
  {
    on: '06-29',
    kind: 'transfer',
    label: 'Remise d’espèces de la kermesse',
    treasury: '530',
    to: '512',
    shares: [['512', 3, 0]],
    roundedTo: 10,
  },
  fee('06-30'),
  {
    on: '07-02',
    kind: 'income',
    label: 'Don d’une entreprise locale',
    counterparty: 'Huilerie du Vieux Moulin',
    means: 'transfer',
    ...bank,
    shares: [['7700', 0, 150]],
  },
  {
    on: '08-27',
    kind: 'expense',
    label: 'Fournitures pour la rentrée',
    counterparty: 'Papeterie Masséna',
    means: 'cheque',
    ...bank,
    shares: [['6180', 0, 64.3]],
  },
];

function amountOf([, perPupil, fixed]: Share, pupilCount: number, roundedTo: number): Cents {
  const exact = Math.round((perPupil * pupilCount + fixed) * 100);
  return cents(Math.floor(exact / roundedTo) * roundedTo);
}

/** The acts that every school year has, at their season. */
export const seasonalActs = (yearId: string, pupilCount: number): readonly Act[] =>
  [...autumn, ...spring].map(({ on, shares, roundedTo = 0.01, ...act }): Act => {
    const calendarYear = on < '09' ? Number(yearId) + 1 : Number(yearId);
    return {
      ...act,
      on: dayOf(calendarYear, on),
      splits: shares.map((share) => ({
        accountNumber: share[0],
        amountCents: amountOf(share, pupilCount, roundedTo * 100),
      })),
    };
  });

const dayOf = (year: number, monthDay: string): Day => day(`${year}-${monthDay}`);
