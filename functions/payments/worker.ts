import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { workThrough, type StreamedItem } from '#functions/platform/stream.ts';
import type { HeldEvent } from '#functions/stores/inbox.ts';
import { followEvent } from '#functions/stores/unsettled-events.ts';
import { coopScopeOf, coopScopeOfKey, type CoopScope } from '#functions/stores/scope.ts';
import { listEndpointUnder } from '#functions/stores/connected-platforms.ts';
import { startSweeping } from '#functions/stores/sweeps.ts';
import { digestOfEndpointKey } from '#functions/stores/webhook-endpoints.ts';
import { isAboutPayout, workOnEvent, workOnHeldEvents } from './events/work-on-event.ts';

/**
 * Fed by the table's stream: each event of a platform once it is in the inbox, and what may free
 * those that wait: a collecte or a year that opens, a decision about a payout, a pause that ends.
 */
export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
  workThrough(event, workOn);

/** An endpoint is under its own key: its cooperative is written in it. */
function scopeOf(
  pk: string,
  { kind, department, coopId }: StreamedItem['texts'],
): CoopScope | undefined {
  if (kind !== 'endpoint') return coopScopeOfKey(pk);
  return department === undefined || coopId === undefined
    ? undefined
    : coopScopeOf(department, coopId);
}

/** However an endpoint was written, it is listed and swept from then on. */
async function startSweepingEndpoint(pk: string, scope: CoopScope, now: string): Promise<void> {
  const endpoint = digestOfEndpointKey(pk);
  if (endpoint === undefined) return;
  const { department, coopId } = scope;
  await listEndpointUnder(scope, endpoint, now);
  await startSweeping({ endpoint, department, coopId, watermark: now });
}

/** A year takes payouts once its opening entry, the first, is in its books. */
const isOpened = (isNew: boolean, { lastNumber }: StreamedItem['texts']): boolean =>
  isNew || lastNumber === '1';

/** Which of the events that wait may go on, now that this was written; undefined for none. */
function freedBy({
  kind,
  isNew,
  texts,
}: StreamedItem): ((event: HeldEvent) => boolean) | undefined {
  const frees =
    (kind === 'endpoint' && texts['status'] === 'live') ||
    (kind === 'collection' && texts['status'] === 'open') ||
    (kind === 'year' && isOpened(isNew, texts));
  if (frees) return () => true;
  const isDecided = texts['decidedAt'] !== undefined && texts['entryId'] === undefined;
  return kind === 'payout' && isDecided ? isAboutPayout : undefined;
}

async function workOn(item: StreamedItem): Promise<void> {
  const { pk, kind, texts } = item;
  const now = new Date().toISOString();
  const scope = scopeOf(pk, texts);
  if (!scope) return;
  if (kind === 'endpoint') await startSweepingEndpoint(pk, scope, now);
  if (kind === 'inbox') await workOnInbox(scope, texts, now);
  const freed = freedBy(item);
  if (freed) await workOnHeldEvents(scope, now, freed);
}

/** The association sees what became of an event; what was just received is worked on. */
async function workOnInbox(
  scope: CoopScope,
  { provider, eventId, status, reason }: StreamedItem['texts'],
  now: string,
): Promise<void> {
  if (provider === undefined || eventId === undefined || status === undefined) return;
  await followEvent(scope, { provider, eventId, status, reason });
  if (status === 'received') await workOnEvent(scope, { provider, eventId }, now);
}
