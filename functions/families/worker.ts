import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { workThrough, type StreamedItem } from '#functions/platform/stream.ts';
import { coopScopeOfKey } from '#functions/stores/scope.ts';
import { queueReceipt } from './queue-receipt.ts';
import { sendFamilyMail } from './send-family-mail.ts';

/** Fed by the table's stream: receipts of payments that arrive, and the mails that are queued. */
export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
  workThrough(event, workOn);

async function workOn({ pk, kind, isNew, texts }: StreamedItem): Promise<void> {
  const scope = coopScopeOfKey(pk);
  const { id, collectionId, familyId, slot, state } = texts;
  if (!scope || collectionId === undefined || familyId === undefined) return;
  const now = new Date().toISOString();
  if (kind === 'payment' && state === 'received' && id !== undefined)
    await queueReceipt(scope, { collectionId, paymentId: id }, now);
  // Only the writing of a queued mail sends it: its later changes are those of the sending itself.
  if (kind === 'familyMail' && isNew && slot !== undefined)
    await sendFamilyMail(scope, { collectionId, familyId, slot }, now);
}
