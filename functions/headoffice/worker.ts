import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import { workThrough, type StreamedItem } from '#functions/platform/stream.ts';
import { coopScopeOfKey, departmentScopeOfKey, type CoopScope } from '#functions/stores/scope.ts';
import { buildExport } from './build-export.ts';
import { summariseBanks } from './summarise-banks.ts';
import { summariseCrf, summariseProfile, summariseYear } from './summarise.ts';

/** Fed by the table's stream: keeps the summaries of the associations, and makes their exports. */
export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
  workThrough(event, workOn);

async function workOn(item: StreamedItem): Promise<void> {
  const coop = coopScopeOfKey(item.pk);
  if (coop) await summarise(coop, item);
  const department = departmentScopeOfKey(item.pk);
  const { id, status } = item.texts;
  if (department && item.kind === 'export' && status === 'queued' && id !== undefined)
    await runAgainIfStale(() => buildExport(department, id, new Date().toISOString()));
}

async function summarise(scope: CoopScope, { kind, texts }: StreamedItem): Promise<void> {
  const { id, yearId } = texts;
  if (kind === 'coop') await summariseProfile(scope);
  if (kind === 'year' && id !== undefined) await summariseYear(scope, id);
  if (kind === 'bankAccount' || kind === 'statement' || kind === 'mandate')
    await summariseBanks(scope);
  if (kind === 'crf' && yearId !== undefined) await summariseCrf(scope, yearId);
}
