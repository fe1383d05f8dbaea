import { cents } from '#shared/domain/money.ts';
import { searchable } from '#shared/domain/text.ts';

/** The cooperative whose year is told in full: the one the demonstration accounts belong to. */
export const mainCoopId = 'oliviers-nice';

/** A fictitious cooperative of the demonstration. */
export interface DemoCoop {
  readonly department: string;
  readonly coopId: string;
  readonly name: string;
  readonly schoolName: string;
  readonly city: string;
  readonly number: string;
  readonly pupilCount: number;
  readonly adultCount: number;
}

const cities = [
  'Nice',
  'Cannes',
  'Antibes',
  'Grasse',
  'Menton',
  'Vence',
  'Cagnes-sur-Mer',
  'Mougins',
  'Valbonne',
  'Carros',
] as const;

/** Plants of the region: a name for a school that nobody confuses with a real one. */
const names = [
  ['oliviers', 'des Oliviers'],
  ['mimosas', 'des Mimosas'],
  ['lavandes', 'des Lavandes'],
  ['cypres', 'des Cyprès'],
  ['figuiers', 'des Figuiers'],
  ['citronniers', 'des Citronniers'],
] as const;

const slugOf = (city: string): string => searchable(city).split(' ')[0] ?? '';

function coopOf(department: string, index: number): DemoCoop {
  const [plant, of] = names[Math.floor(index / cities.length) % names.length] ?? names[0];
  const city = department === '06' ? (cities[index % cities.length] ?? 'Nice') : varCities[index];
  const level = index % 3 === 2 ? 'maternelle' : 'élémentaire';
  return {
    department,
    coopId: `${plant}-${slugOf(city ?? '')}`,
    name: `Coopérative ${of}`,
    schoolName: `École ${level} ${of}`,
    city: city ?? '',
    number: `${department}-${String(index + 1).padStart(4, '0')}`,
    pupilCount: 60 + ((index * 37) % 240),
    adultCount: 3 + (index % 12),
  };
}

const varCities = ['Toulon', 'Hyères', 'Fréjus', 'Draguignan', 'Brignoles'] as const;

/** Sixty cooperatives of the Alpes-Maritimes and five of the Var. */
export const demoCoops: readonly DemoCoop[] = [
  ...Array.from({ length: 60 }, (_, index) => coopOf('06', index)),
  ...varCities.map((_, index) => coopOf('83', index)),
];

const toldYears: Readonly<Record<string, number>> = {
  [mainCoopId]: 250,
  'oliviers-cannes': 80,
  'oliviers-antibes': 600,
};

/** The cooperatives after them whose past year is told in short. */
const shortYears = demoCoops.slice(3, 13).map(({ coopId }) => coopId);

/** How many entries the past year of a cooperative has; undefined when it is not told. */
export const pastYearEntries = ({ coopId }: DemoCoop): number | undefined =>
  toldYears[coopId] ?? (shortYears.includes(coopId) ? 22 : undefined);

/** The associations of the demonstration, with what differs from one to the other. */
export const demoDepartments = [
  {
    code: '06',
    name: 'OCCE des Alpes-Maritimes',
    crfDueOn: '09-30',
    classAdvanceMaxCents: 15_000,
    freeCashDeposits: 3,
    cashDepositCents: cents(600),
    allowsUncreditedDeposits: false,
  },
  {
    code: '83',
    name: 'OCCE du Var',
    crfDueOn: '10-15',
    classAdvanceMaxCents: 10_000,
    freeCashDeposits: 6,
    allowsUncreditedDeposits: true,
  },
] as const;
