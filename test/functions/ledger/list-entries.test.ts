import { expect, test } from 'vitest';
import {
  findChartEndpoint,
  listProjectsEndpoint,
  addProjectEndpoint,
} from '#shared/contract/ledger/chart.ts';
import { findYearEndpoint, listEntriesEndpoint } from '#shared/contract/ledger/list-entries.ts';
import { addProject, findChart, listProjects } from '#functions/ledger/chart.ts';
import { findYear, listEntries } from '#functions/ledger/list-entries.ts';
import { callOf, newCoop } from '#test/support/calls.ts';
import { posted } from '#test/support/entries.ts';

test('lists the entries of the year only, as the contract says', async () => {
  const scope = await newCoop();
  const entry = await posted(scope);
  const params = { coopId: scope.coopId, yearId: '2025' };
  const page = await listEntries(callOf(listEntriesEndpoint, { scope, params, query: {} }));
  if (!page.ok) throw new Error(page.rejection);
  expect(listEntriesEndpoint.response.parse(page.value)).toMatchObject({
    entries: [{ id: entry.id }],
  });
  const other = { coopId: scope.coopId, yearId: '2024' };
  expect(
    await listEntries(callOf(listEntriesEndpoint, { scope, params: other, query: {} })),
  ).toEqual({
    ok: true,
    value: { entries: [], next: undefined },
  });
});

test('a cursor that was made up leads nowhere else', async () => {
  const scope = await newCoop();
  await posted(scope);
  const params = { coopId: scope.coopId, yearId: '2025' };
  const query = { after: 'ZZZZ#../../D#06#C#other' };
  const page = await listEntries(callOf(listEntriesEndpoint, { scope, params, query }));
  expect(page).toMatchObject({ ok: true, value: { entries: [] } });
});

test('a year that does not exist is not found', async () => {
  const scope = await newCoop();
  const params = { coopId: scope.coopId, yearId: '2020' };
  expect(await findYear(callOf(findYearEndpoint, { scope, params }))).toEqual({
    ok: false,
    rejection: 'not_found',
  });
});

test('the chart says which numbers are to be confirmed', async () => {
  const scope = await newCoop();
  const chart = await findChart(
    callOf(findChartEndpoint, { scope, params: { coopId: scope.coopId } }),
  );
  if (!chart.ok) throw new Error(chart.rejection);
  const confirmed = chart.value.accounts.filter(
    ({ toConfirm, nationalNumber }) => !toConfirm && nationalNumber,
  );
  expect(confirmed.map(({ nationalNumber }) => nationalNumber)).toEqual([
    '61681008',
    '62810008',
    '75620008',
  ]);
});

test('a project is added, then named again', async () => {
  const scope = await newCoop();
  const params = { coopId: scope.coopId, projectId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' };
  await addProject(callOf(addProjectEndpoint, { scope, params, body: { name: 'Classe de mer' } }));
  await addProject(
    callOf(addProjectEndpoint, { scope, params, body: { name: 'Classe de mer CM2' } }),
  );
  const list = await listProjects(
    callOf(listProjectsEndpoint, { scope, params: { coopId: scope.coopId } }),
  );
  expect(list).toMatchObject({ ok: true, value: { projects: [{ name: 'Classe de mer CM2' }] } });
});
