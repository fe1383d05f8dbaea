import { expect, test } from 'vitest';
import {
  checkCollection,
  collectionFacts,
  type CollectionContent,
} from '#shared/domain/collections/collection.ts';
import { day } from '#shared/domain/dates.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import { cents } from '#shared/domain/money.ts';

const trip: CollectionContent = {
  kind: 'trip',
  instalments: [],
  title: 'Classe de mer',
  accountNumber: '7080',
  projectId: 'sea',
  expectedCents: cents(4_500),
  dueOn: day('2026-04-30'),
  families: [
    { id: 'one', pupil: 'Léa Martin', className: 'CM2' },
    { id: 'two', pupil: 'Tom B.', className: 'CM2', expectedCents: cents(0) },
  ],
};

const check = (content: Partial<CollectionContent>) =>
  checkCollection({ ...trip, ...content }, chart2024, ['sea']);

test('accepts a collecte on an income account, for a project of the cooperative', () => {
  expect(check({})).toEqual({ ok: true, value: trip });
  expect(check({ projectId: undefined })).toMatchObject({ ok: true });
});

// In order of precedence: each content also breaks every rule below its own.
const twice = [...trip.families, ...trip.families];
test.each<[string, Partial<CollectionContent>]>([
  ['account_unknown', { accountNumber: '9999', projectId: 'other', families: twice }],
  ['account_not_allowed', { accountNumber: '512', projectId: 'other', families: twice }],
  ['input_invalid', { projectId: 'other', families: twice }],
  ['input_invalid', { families: twice }],
])('refuses: %s', (rejection, content) => {
  expect(check(content)).toMatchObject({ ok: false, rejection });
});

test('B-050: a period that ends before it starts is refused, one of a single day is not', () => {
  const startsOn = day('2026-05-04');
  const period = (endsOn: string) => check({ startsOn, endsOn: day(endsOn) });
  expect(period('2026-05-03')).toEqual({ ok: false, rejection: 'input_invalid', field: 'endsOn' });
  expect(period('2026-05-04').ok).toBe(true);
  expect(check({ endsOn: startsOn })).toMatchObject({ rejection: 'input_invalid' });
});

const january = { dueOn: day('2026-01-10'), amountCents: cents(2_000) };
const february = { dueOn: day('2026-02-10'), amountCents: cents(2_500) };
const page = { provider: 'helloasso', url: 'https://www.helloasso.com/mer' } as const;

test('accepts instalments that make the amount, a period and a page of the platform', () => {
  const [startsOn, endsOn] = [day('2026-05-04'), day('2026-05-04')];
  const instalments = [january, february];
  expect(check({ instalments, startsOn, endsOn, paymentPage: page })).toMatchObject({ ok: true });
});

test('a free contribution asks for nothing, and nothing else is free', () => {
  const free = { kind: 'contribution', expectedCents: cents(0) } as const;
  expect(check(free)).toMatchObject({ ok: true });
  expect(check({ kind: 'contribution' })).toMatchObject({ field: 'expectedCents' });
  expect(check({ expectedCents: cents(0) })).toMatchObject({ field: 'expectedCents' });
});

test.each<[string, string, Partial<CollectionContent>]>([
  ['input_invalid', 'instalments', { instalments: [february, january] }],
  ['instalments_unequal', 'instalments', { instalments: [january] }],
  ['input_invalid', 'endsOn', { endsOn: day('2026-05-04') }],
  ['input_invalid', 'endsOn', { startsOn: day('2026-05-04'), endsOn: day('2026-05-03') }],
  ['payment_page_refused', 'paymentPage', { paymentPage: { ...page, provider: 'stripe' } }],
])('refuses: %s in %s', (rejection, field, content) => {
  expect(check(content)).toMatchObject({ ok: false, rejection, field });
});

test('a surname reduced by the sender or by us is the same content', () => {
  const [first, ...others] = trip.families;
  const reduced = { ...trip, families: [{ ...first!, pupil: 'Léa M.' }, ...others] };
  expect(collectionFacts(reduced)).toBe(collectionFacts(trip));
});

test('an amount of a family set to the amount of the collecte is the same content', () => {
  const [first, ...others] = trip.families;
  const said = { ...trip, families: [{ ...first!, expectedCents: cents(4_500) }, ...others] };
  expect(collectionFacts(said)).toBe(collectionFacts(trip));
  expect(collectionFacts({ ...trip, expectedCents: cents(4_501) })).not.toBe(collectionFacts(trip));
});
