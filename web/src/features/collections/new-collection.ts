import type { CollectionKind } from '#shared/domain/collections/collection.ts';
import { addsUpTo, equalParts, inOrder } from '#shared/domain/collections/instalments.ts';
import { isPaymentPage, providerOf } from '#shared/domain/collections/payment-page.ts';
import { addDays, daysBetween, type Day } from '#shared/domain/dates.ts';
import { zeroCents, type Cents } from '#shared/domain/money.ts';
import type { openCollection } from '#web/api/collections.ts';
import { amountOf } from '#web/ui/amount-field.tsx';
import { dayOf } from '#web/ui/date-field.tsx';
import type { FormError } from '#web/ui/form-errors.tsx';
import { newId } from '#web/ui/new-id.ts';
import { today } from '#web/ui/today.ts';
import { listOf } from './family-list.tsx';
import { problemWords } from './words.ts';

/** An instalment as typed. */
export interface TypedInstalment {
  readonly dueOn: string;
  readonly amount: string;
}

/** A new collecte as typed; its id is made once, so that sending again is no second collecte. */
export interface TypedCollection {
  readonly id: string;
  readonly kind: CollectionKind;
  readonly title: string;
  readonly purpose: string;
  readonly accountNumber: string;
  readonly projectId: string;
  readonly expected: string;
  readonly dueOn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly capacity: string;
  /** In how many times it may be paid: `1`, `2`, `3`, `4`, or `own` days and amounts. */
  readonly parts: string;
  readonly instalments: readonly TypedInstalment[];
  readonly pageUrl: string;
  readonly classForAll: string;
  readonly families: string;
  /** The ids given to the lines of the list, in order. */
  readonly familyIds: readonly string[];
}

export const emptyCollection = (): TypedCollection => ({
  id: newId(),
  kind: 'trip',
  title: '',
  purpose: '',
  accountNumber: '7080',
  projectId: '',
  expected: '',
  dueOn: '',
  startsOn: '',
  endsOn: '',
  capacity: '',
  parts: '1',
  instalments: [],
  pageUrl: '',
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
const seatsMax = 1_000;

/**
 * Equal instalments, the last one on the day of the collecte, the others a month apart before it,
 * or closer when there is no time for that.
 */
function instalmentsFor(expectedCents: Cents, dueOn: Day, count: number, from: Day) {
  if (count < 2 || expectedCents < count) return [];
  const days = daysBetween(from, dueOn);
  const apart = Math.min(30, Math.floor(days / count));
  if (apart < 1) return [];
  return equalParts(expectedCents, count).map((amountCents, index) => ({
    dueOn: addDays(dueOn, -apart * (count - 1 - index)),
    amountCents,
  }));
}

/** The days and amounts of a form: worked out, or the mandataire's own. */
export function typedInstalments(typed: TypedCollection) {
  const [expectedCents, dueOn] = [amountOf(typed.expected), dayOf(typed.dueOn)];
  if (typed.parts === 'own')
    return typed.instalments.flatMap(({ dueOn: on, amount }) => {
      const [day, amountCents] = [dayOf(on), amountOf(amount)];
      return day && amountCents !== undefined && amountCents > 0
        ? [{ dueOn: day, amountCents }]
        : [];
    });
  return expectedCents === undefined || dueOn === undefined
    ? []
    : instalmentsFor(expectedCents, dueOn, Number(typed.parts), today());
}

/** Why own instalments cannot be sent so; undefined when they can. */
function instalmentsProblem(typed: TypedCollection): string | undefined {
  if (typed.parts !== 'own') return undefined;
  const read = typedInstalments(typed);
  if (read.length < typed.instalments.length || read.length === 0)
    return 'Indiquez la date et le montant de chaque échéance.';
  if (!inOrder(read)) return 'Mettez les échéances dans l’ordre, une par jour.';
  return addsUpTo(read, amountOf(typed.expected) ?? zeroCents)
    ? undefined
    : 'Le total des échéances doit faire la participation demandée.';
}

/** How many seats a field says; undefined when it says none, 0 when it cannot be read. */
const seatsOf = (typed: string): number | undefined => {
  const text = typed.trim();
  if (text === '') return undefined;
  return /^\d{1,4}$/u.test(text) && Number(text) <= seatsMax ? Number(text) : 0;
};

/** The page of a typed address, with the platform that its site is of. */
const pageOf = (url: string) => {
  const trimmed = url.trim();
  return trimmed === '' ? undefined : { provider: providerOf(trimmed), url: trimmed };
};

interface Read {
  readonly body?: Body;
  readonly errors: readonly FormError[];
}

/** What was typed as the request it stands for, or what is to be corrected. */
export function readCollection(typed: TypedCollection): Read {
  const isFree = typed.kind === 'contribution';
  const expectedCents = isFree ? zeroCents : amountOf(typed.expected);
  const dueOn = dayOf(typed.dueOn);
  const { families, problems } = listOf(typed);
  const errors: FormError[] = [...settingsErrors(typed)];
  const must = (isRight: boolean, field: string, message: string): void => {
    if (!isRight) errors.push({ field, message });
  };
  must(typed.title.trim() !== '', 'title', 'Donnez un nom à la collecte.');
  must(typed.accountNumber !== '', 'accountNumber', 'Choisissez à quoi sert cet argent.');
  must(isFree || (expectedCents ?? 0) > 0, 'expectedCents', 'Indiquez la participation demandée.');
  const ofInstalments = isFree ? undefined : instalmentsProblem(typed);
  must(ofInstalments === undefined, 'instalments', ofInstalments ?? '');
  const [problem] = problems;
  must(
    problem === undefined,
    'families',
    problem ? `Ligne ${problem.line}\u00A0: ${problemWords[problem.problem]}.` : '',
  );
  must(
    families.length > 0 || problems.length > 0,
    'families',
    'Collez la liste des familles, une par ligne.',
  );
  must(families.length <= familiesMax, 'families', `Au plus ${familiesMax} familles.`);
  if (errors.length > 0 || expectedCents === undefined || dueOn === undefined) return { errors };
  const ids = familyIdsFor(typed.familyIds, families.length);
  return {
    errors,
    body: {
      kind: typed.kind,
      title: typed.title,
      accountNumber: typed.accountNumber,
      ...(typed.projectId !== '' && { projectId: typed.projectId }),
      expectedCents,
      instalments: isFree ? [] : typedInstalments(typed),
      ...settingsOf(typed, dueOn),
      families: families.map(({ line: _, expectedCents: own, ...family }, index) => ({
        id: ids[index] ?? newId(),
        ...family,
        ...(own !== undefined && !isFree && { expectedCents: own }),
      })),
    },
  };
}

type TypedSettings = Pick<
  TypedCollection,
  'purpose' | 'dueOn' | 'startsOn' | 'endsOn' | 'capacity' | 'pageUrl'
>;

/** What is to be corrected in what may change later too. */
export function settingsErrors(typed: TypedSettings): readonly FormError[] {
  const [startsOn, endsOn, page] = [
    dayOf(typed.startsOn),
    dayOf(typed.endsOn),
    pageOf(typed.pageUrl),
  ];
  const errors: FormError[] = [];
  if (dayOf(typed.dueOn) === undefined)
    errors.push({ field: 'dueOn', message: 'Indiquez la date limite.' });
  if (endsOn !== undefined && (startsOn === undefined || endsOn < startsOn))
    errors.push({ field: 'endsOn', message: 'Le retour vient après le départ.' });
  if (seatsOf(typed.capacity) === 0)
    errors.push({ field: 'capacity', message: `Un nombre de places, de 1 à ${seatsMax}.` });
  if (page && !isPaymentPage(page))
    errors.push({
      field: 'pageUrl',
      message: 'Copiez l’adresse complète, qui commence par https://.',
    });
  return errors;
}

/** What may change later, as the request says it. */
export function settingsOf(typed: TypedSettings, dueOn: Day) {
  const [startsOn, endsOn] = [dayOf(typed.startsOn), dayOf(typed.endsOn)];
  const [capacity, paymentPage] = [seatsOf(typed.capacity), pageOf(typed.pageUrl)];
  return {
    dueOn,
    ...(typed.purpose.trim() !== '' && { purpose: typed.purpose }),
    ...(startsOn !== undefined && { startsOn }),
    ...(endsOn !== undefined && { endsOn }),
    ...(capacity !== undefined && { capacity }),
    ...(paymentPage && { paymentPage }),
  };
}
