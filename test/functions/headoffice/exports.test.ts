import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { listExportsEndpoint, startExportEndpoint } from '#shared/contract/headoffice/follow-up.ts';
import { buildExport } from '#functions/headoffice/build-export.ts';
import { listExports } from '#functions/headoffice/list-exports.ts';
import { startExport } from '#functions/headoffice/start-export.ts';
import {
  nightlyExportId,
  startNightlyExports,
} from '#functions/headoffice/start-nightly-exports.ts';
import { handler } from '#functions/headoffice/worker.ts';
import { deleteObject, getObject } from '#functions/gateways/object-store.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import { findFiledCrf } from '#functions/stores/crf.ts';
import { findExport } from '#functions/stores/exports.ts';
import { nationKey } from '#functions/stores/keys.ts';
import type { DepartmentScope } from '#functions/stores/scope.ts';
import { putNew } from '#functions/stores/table.ts';
import { day } from '#shared/domain/dates.ts';
import { callOf } from '#test/support/calls.ts';
import { coopReadyToFile, september, submit } from '../reports/books.ts';
import { coopOf, newAssociation, summarise, written } from './association.ts';

/** An association with one filed CRF and one cooperative that did not file. */
async function association() {
  const scope = await newAssociation();
  const coop = await coopReadyToFile(coopOf(scope, '1'));
  await submit(coop);
  await summarise(coop, await coopOf(scope, '2'));
  return { scope, coop };
}

const start = (scope: DepartmentScope, exportId = ulid(), yearId = '2025') =>
  runAgainIfStale(() =>
    startExport(
      callOf(startExportEndpoint, {
        scope,
        params: { department: scope.department, exportId },
        body: { yearId },
      }),
    ),
  );

/** What the stream brings once an export is queued. */
const work = ({ pk }: DepartmentScope, id: string) =>
  handler(written({ pk, sk: `EXPORT#${id}`, kind: 'export', id, status: 'queued' }));

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

test('makes the consolidated files and a copy of every paper, named by a manifest', async () => {
  const { scope, coop } = await association();
  const id = ulid();
  await start(scope, id);
  await work(scope, id);
  const made = await findExport(scope, id);
  expect(made).toMatchObject({ status: 'done', coopCount: 1 });
  const [csv, , manifest] = await Promise.all(
    (made?.files ?? []).map(async ({ key, sha256 }) => {
      const bytes = await getObject(key);
      expect(bytes && sha256Hex(bytes)).toBe(sha256);
      return textOf(bytes);
    }),
  );
  expect(csv).toContain('Coopérative 1');
  expect(csv).toContain('Coopérative 2');
  const filed = await findFiledCrf(coop, '2025');
  const { papers } = JSON.parse(manifest ?? '{}') as { papers: { key: string; sha256: string }[] };
  expect(papers).toMatchObject([{ coopId: 'coop-1', sha256: filed?.paperSha256 }]);
  const paper = await getObject(papers[0]?.key ?? '');
  expect(paper && sha256Hex(paper)).toBe(filed?.paperSha256);
});

test('lists the exports, newest first, with links that open', async () => {
  const { scope } = await association();
  const [older, newer] = [ulid(1_000), ulid(2_000)];
  await start(scope, older);
  await start(scope, newer);
  await work(scope, newer);
  const params = { department: scope.department };
  const answer = await listExports(callOf(listExportsEndpoint, { scope, params }));
  expect(answer).toMatchObject({
    value: {
      exports: [
        { id: newer, status: 'done', startedBy: 'person' },
        { id: older, status: 'queued' },
      ],
    },
  });
  const file = answer.ok ? answer.value.exports[0]?.files[0] : undefined;
  expect(file?.name).toMatch(/\.csv$/u);
  expect((await fetch(file?.url ?? '')).status).toBe(200);
});

test('asked again, tells how far it is; refuses the same id for another year', async () => {
  const { scope } = await association();
  const id = ulid();
  expect(await start(scope, id)).toEqual({ ok: true, value: { id, status: 'queued' } });
  await work(scope, id);
  expect(await start(scope, id)).toEqual({ ok: true, value: { id, status: 'done' } });
  expect(await start(scope, id, '2024')).toMatchObject({ rejection: 'export_id_reused' });
});

test('a replay leaves a finished export as it is, two workers at once make one', async () => {
  const { scope } = await association();
  const id = ulid();
  await start(scope, id);
  const build = () => runAgainIfStale(() => buildExport(scope, id, september));
  await Promise.all([build(), build()]);
  const made = await findExport(scope, id);
  await work(scope, id);
  expect(await findExport(scope, id)).toEqual(made);
  for (const { key, sha256 } of made?.files ?? []) {
    const bytes = await getObject(key);
    expect(bytes && sha256Hex(bytes)).toBe(sha256);
  }
});

test('fails, and says so, when a paper is not there any more', async () => {
  const { scope, coop } = await association();
  await deleteObject((await findFiledCrf(coop, '2025'))?.paperKey ?? '');
  const id = ulid();
  await start(scope, id);
  await work(scope, id);
  expect(await findExport(scope, id)).toMatchObject({ status: 'failed', files: [] });
});

test('starts one export a night for each association, however often the hour strikes', async () => {
  const scope = await newAssociation();
  await putNew({ ...nationKey(scope.department), kind: 'association' });
  const night = '2026-10-01T01:15:00.000Z';
  await Promise.all([startNightlyExports(night), startNightlyExports(night)]);
  await startNightlyExports(night);
  const id = nightlyExportId(day('2026-10-01'));
  expect(await findExport(scope, id)).toMatchObject({ yearId: '2025', startedBy: 'schedule' });
  const params = { department: scope.department };
  const answer = await listExports(callOf(listExportsEndpoint, { scope, params }));
  expect(answer.ok && answer.value.exports).toHaveLength(1);
});
