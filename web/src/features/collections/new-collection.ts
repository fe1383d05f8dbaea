import type { Cents } from '#shared/domain/money.ts';
import type { Day } from '#shared/domain/dates.ts';
import type { openCollection } from '#web/api/collections.ts';
import { amountOf } from '#web/ui/amount-field.tsx';
import { dayOf } from '#web/ui/date-field.tsx';
import type { FormError } from '#web/ui/form-errors.tsx';
import { newId } from '#web/ui/new-id.ts';
import { readFamilies } from './read-families.ts';

/** A new collecte as typed; its id is made once, so that sending again is no second collecte. */
export interface TypedCollection {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly accountNumber: string;
  readonly projectId: string;
  readonly expected: string;
  readonly dueOn: string;
  readonly classForAll: string;
  readonly families: string;
  /** The ids given to the lines of the list, in order. */
  readonly familyIds: readonly string[];
}

export const emptyCollection = (): TypedCollection => ({
  id: newId(),
  title: '',
  purpose: '',
  accountNumber: '7080',
  projectId: '',
  expected: '',
  dueOn: '',
  classForAll: '',
  families: '',
  familyIds: [],
});

/** As many ids as lines: those already given stay with their line. */
export const familyIdsFor = (known: readonly string[], count: number): readonly string[] => [
  ...known.slice(0, count),
  ...Array.from({ length: Math.max(0, count - known.length) }, newId),
];

type Body = Parameters<typeof openCollection>[1];

const familiesMax = 400;

interface Read {
  readonly body?: Body;
  readonly errors: readonly FormError[];
}

/** What was typed as the request it stands for, or what is to be corrected. */
export function readCollection(typed: TypedCollection): Read {
  const expectedCents = amountOf(typed.expected);
  const dueOn = dayOf(typed.dueOn);
  const { families, unreadable } = readFamilies(typed.families, typed.classForAll);
  const errors: FormError[] = [];
  const must = (isRight: boolean, field: string, message: string): void => {
    if (!isRight) errors.push({ field, message });
  };
  must(typed.title.trim() !== '', 'title', 'Donnez un nom à la collecte.');
  must(typed.accountNumber !== '', 'accountNumber', 'Choisissez à quoi sert cet argent.');
  must((expectedCents ?? 0) > 0, 'expectedCents', 'Indiquez la participation demandée.');
  must(dueOn !== undefined, 'dueOn', 'Indiquez la date limite.');
  must(
    unreadable.length === 0,
    'families',
    `Ligne ${unreadable.slice(0, 5).join(', ')}\u00A0: écrivez le prénom, l’initiale, puis la classe.`,
  );
  must(families.length > 0, 'families', 'Collez la liste des familles, une par ligne.');
  must(families.length <= familiesMax, 'families', `Au plus ${familiesMax} familles.`);
  if (errors.length > 0 || expectedCents === undefined || dueOn === undefined) return { errors };
  return { errors, body: bodyOf(typed, { expectedCents, dueOn, families }) };
}

const bodyOf = (
  typed: TypedCollection,
  read: {
    readonly expectedCents: Cents;
    readonly dueOn: Day;
    readonly families: readonly { readonly pupil: string; readonly className: string }[];
  },
): Body => {
  const ids = familyIdsFor(typed.familyIds, read.families.length);
  return {
    kind: 'trip',
    instalments: [],
    title: typed.title,
    ...(typed.purpose.trim() !== '' && { purpose: typed.purpose }),
    accountNumber: typed.accountNumber,
    ...(typed.projectId !== '' && { projectId: typed.projectId }),
    expectedCents: read.expectedCents,
    dueOn: read.dueOn,
    families: read.families.map((family, index) => ({ id: ids[index] ?? newId(), ...family })),
  };
};
