import * as z from 'zod';
import { countSchema } from '../common/counts.ts';
import { coopIdSchema, coopParams, idSchema } from '../common/ids.ts';
import { textSchema } from '../common/text.ts';
import type { Endpoint } from '../endpoint.ts';

export const attachmentMaxBytes = 10_000_000;

/** Announces a photo or a PDF; the answer says where to send its bytes, for five minutes. */
export const announceAttachmentEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/attachments',
  permission: 'ledger:draft',
  summary: 'Announces an attachment and gives a signed link to send it to',
  params: coopParams,
  request: z.strictObject({
    id: idSchema,
    fileName: textSchema(120),
    sizeBytes: countSchema({
      min: 1,
      max: attachmentMaxBytes,
      tooFew: 'Ce fichier est vide.',
      tooMany: 'Ce fichier dépasse 10 Mo.',
    }),
    mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp', 'application/pdf'], {
      error: 'Une photo (JPEG, PNG, WebP) ou un PDF est attendu.',
    }),
  }),
  response: z.object({
    method: z.literal('PUT'),
    url: z.string(),
    headers: z.record(z.string(), z.string()),
  }),
} as const satisfies Endpoint;

const attachmentParams = z.strictObject({ coopId: coopIdSchema, attachmentId: idSchema });

const attachmentSchema = z.object({
  id: idSchema,
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
});

/** Checks what was sent: real type by its bytes, size, metadata removed; only then it exists. */
export const checkAttachmentEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/attachments/{attachmentId}/check',
  permission: 'ledger:draft',
  summary: 'Checks and keeps what was sent',
  params: attachmentParams,
  response: attachmentSchema,
} as const satisfies Endpoint;

/** A link to read the attachment, for five minutes. */
export const openAttachmentEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/attachments/{attachmentId}',
  permission: 'ledger:read',
  summary: 'An attachment and a signed link to read it',
  params: attachmentParams,
  response: attachmentSchema.extend({ url: z.string() }),
} as const satisfies Endpoint;
