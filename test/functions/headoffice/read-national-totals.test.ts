import { expect, test } from 'vitest';
import { readNationalTotalsEndpoint } from '#shared/contract/headoffice/follow-up.ts';
import { readNationalTotals } from '#functions/headoffice/read-national-totals.ts';
import { nationKey } from '#functions/stores/keys.ts';
import { putNew } from '#functions/stores/table.ts';
import { callOf } from '#test/support/calls.ts';
import { coopWithBooks, september } from '../reports/books.ts';
import { coopOf, newAssociation, summarise } from './association.ts';

async function associationOf(count: number): Promise<string> {
  const scope = await newAssociation();
  await putNew({ ...nationKey(scope.department), kind: 'association' });
  for (let number = 1; number < count; number += 1)
    await summarise(await coopOf(scope, String(number)));
  await summarise(await coopWithBooks(coopOf(scope, String(count))));
  return scope.department;
}

test('sums by association, and leaves out one too small to hide its cooperatives', async () => {
  const [five, four] = [await associationOf(5), await associationOf(4)];
  const answer = await readNationalTotals(
    callOf(readNationalTotalsEndpoint, { scope: undefined, query: {}, now: september }),
  );
  const departments = answer.ok ? answer.value.departments : [];
  expect(answer).toMatchObject({ value: { yearId: '2025' } });
  expect(departments.find(({ code }) => code === five)).toEqual({
    code: five,
    name: 'OCCE d’essai',
    coops: 5,
    submitted: 0,
    accepted: 0,
    late: 0,
    bankCents: -1_850,
    cashCents: 5_000,
  });
  expect(departments.map(({ code }) => code)).not.toContain(four);
});
