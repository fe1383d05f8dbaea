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
