import { expect, test } from 'vitest';
import { handler } from '#functions/headoffice/worker.ts';
import { listSummaries } from '#functions/stores/summaries.ts';
import { callOf } from '#test/support/calls.ts';
import { listCoopsEndpoint } from '#shared/contract/headoffice/follow-up.ts';
import { listCoops } from '#functions/headoffice/list-coops.ts';
import { departmentScopeOf } from '#functions/stores/scope.ts';
import { posted } from '#test/support/entries.ts';
import { coopReadyToFile, submit } from '../reports/books.ts';
import {
  coopOf,
  decide,
  followUp,
  newAssociation,
  recordsOf,
  summarise,
  written,
} from './association.ts';

/** Two cooperatives: the first filed its CRF, the second did not. */
async function twoCoops() {
  const scope = await newAssociation();
  const one = await coopReadyToFile(coopOf(scope, '1'));
  const other = await coopOf(scope, '2');
  await submit(one);
  return { scope, one, other };
}

test('tells what each holds, what was filed, and who is late', async () => {
  const { scope, one, other } = await twoCoops();
  await summarise(one, other);
  expect(await followUp(scope, '2026-10-01T09:00:00.000Z')).toMatchObject({
    department: { crfDueOn: '2026-09-30' },
    yearId: '2025',
    coops: [
      { number: '1', bankCents: -1_850, cashCents: 5_000, entryCount: 2, crfStatus: 'submitted' },
      { number: '2', crfStatus: 'draft', late: true },
    ],
    totals: { coops: 2, submitted: 1, accepted: 0, late: 1, bankCents: -1_850 },
  });
});

test('replays and disorder of the stream change nothing', async () => {
  const { scope, one, other } = await twoCoops();
  await summarise(one, other);
  const live = await listSummaries(scope);
  const records = [one, other].flatMap(recordsOf);
  await handler(written(...records.toReversed(), ...records));
  expect(await listSummaries(scope)).toEqual(live);
});

test('rebuilt from zero at the end, the summaries are those kept step by step', async () => {
  const { scope: stepByStep, one } = await twoCoops();
  await summarise(one);
  await decide(stepByStep, one.coopId, { decision: 'return', reason: 'Relevé manquant' });
  await summarise(one);
  await posted(one);
  await summarise(one);
  const { scope: fromZero, one: same } = await twoCoops();
  await decide(fromZero, same.coopId, { decision: 'return', reason: 'Relevé manquant' });
  await posted(same);
  await summarise(same);
  expect(await listSummaries(fromZero)).toEqual(await listSummaries(stepByStep));
});

test('names a cooperative that has no books yet', async () => {
  const scope = await newAssociation();
  const { pk } = await coopOf(scope);
  await handler(written({ pk, sk: 'COOP', kind: 'coop' }));
  expect(await followUp(scope)).toMatchObject({ coops: [{ number: '1', crfStatus: 'none' }] });
});

test('leaves aside what the stream says of items that are not there', async () => {
  const scope = await newAssociation();
  const pk = `${scope.pk}#C#unknown`;
  expect(await handler(written({ pk, sk: 'YEAR#2025', kind: 'year', id: '2025' }))).toEqual({
    batchItemFailures: [],
  });
  expect(await listSummaries(scope)).toEqual([]);
});

test('an association without settings is not found', async () => {
  const call = { scope: departmentScopeOf('none'), params: { department: 'none' }, query: {} };
  expect(await listCoops(callOf(listCoopsEndpoint, call))).toEqual({
    ok: false,
    rejection: 'not_found',
  });
});
