import * as z from 'zod';
import { coopKeys } from './keys.ts';
import type { CoopScope } from './scope.ts';
import { getItem, getItems, putAbsent, putAnyway, updateWhere, type Write } from './table.ts';

const attachmentItem = z.object({
  id: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  /** The size that was announced; what is kept is smaller, once its metadata is removed. */
  announcedBytes: z.int().optional(),
  sha256: z.string(),
  objectKey: z.string(),
  /** `announced` until its bytes were checked; only then it may support an entry. */
  status: z.enum(['announced', 'kept']),
});

export type Attachment = z.output<typeof attachmentItem>;

/** Access pattern A14: an attachment by its id. */
export async function findAttachment(
  scope: CoopScope,
  id: string,
): Promise<Attachment | undefined> {
  const item = await getItem(coopKeys.attachment(scope, id));
  return item && attachmentItem.parse(item);
}

/** Whether every id is an attachment that was checked and kept in this cooperative. */
export async function knowsAttachments(scope: CoopScope, ids: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(ids)];
  const items = await getItems(wanted.map((id) => coopKeys.attachment(scope, id)));
  return items.filter(({ status }) => status === 'kept').length === wanted.length;
}

const itemOf = (scope: CoopScope, attachment: Attachment) => ({
  ...coopKeys.attachment(scope, attachment.id),
  kind: 'attachment',
  ...attachment,
});

export const announce = (scope: CoopScope, attachment: Attachment): Write =>
  putAbsent(itemOf(scope, attachment));

/** Keeps what was checked, provided nobody else kept it meanwhile. */
export const keepChecked = (
  scope: CoopScope,
  { id, objectKey, sizeBytes, sha256 }: Attachment,
): Write =>
  updateWhere(coopKeys.attachment(scope, id), {
    UpdateExpression:
      'SET #status = :kept, objectKey = :objectKey, sizeBytes = :sizeBytes, sha256 = :sha256',
    ConditionExpression: '#status = :announced',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: {
      ':kept': 'kept',
      ':announced': 'announced',
      ':objectKey': objectKey,
      ':sizeBytes': sizeBytes,
      ':sha256': sha256,
    },
  });

/** Keeps what the system itself produced. */
export const keepAttachment = (scope: CoopScope, attachment: Attachment): Write =>
  putAnyway(itemOf(scope, attachment));
