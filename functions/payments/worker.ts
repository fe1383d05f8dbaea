import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { workThrough, type StreamedItem } from '#functions/platform/stream.ts';
import { coopScopeOfKey } from '#functions/stores/scope.ts';
import { workOnEvent, workOnHeldEvents } from './events/work-on-event.ts';

/**
 * Fed by the table's stream: each event of a platform once it is in the inbox, and what may free
 * those that wait, a collecte or a year that opens.
 */
export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
  workThrough(event, workOn);

async function workOn({ pk, kind, isNew, texts }: StreamedItem): Promise<void> {
  const now = new Date().toISOString();
  const scope = coopScopeOfKey(pk);
  if (!scope) return;
  const { provider, eventId, status } = texts;
  if (kind === 'inbox' && status === 'received' && provider !== undefined && eventId !== undefined)
    await workOnEvent(scope, { provider, eventId }, now);
  if (kind === 'collection' && status === 'open') await workOnHeldEvents(scope, now);
  if (kind === 'year' && isNew) await workOnHeldEvents(scope, now);
}
