import type { BodyOf, ParamsOf } from '#shared/contract/endpoint.ts';
import type {
  announceAttachmentEndpoint,
  checkAttachmentEndpoint,
  openAttachmentEndpoint,
} from '#shared/contract/documents/attachment.ts';
import type { verifyPaperEndpoint } from '#shared/contract/documents/verify-paper.ts';
import { call, type Sent } from './call.ts';

/** Announces an attachment and gives a signed link to send it to. */
export const announceAttachment = (
  params: ParamsOf<typeof announceAttachmentEndpoint>,
  body: Sent<BodyOf<typeof announceAttachmentEndpoint>>,
) =>
  call<typeof announceAttachmentEndpoint>('POST', '/api/coops/{coopId}/attachments', {
    params,
    body,
  });

/** Checks and keeps what was sent. */
export const checkAttachment = (params: ParamsOf<typeof checkAttachmentEndpoint>) =>
  call<typeof checkAttachmentEndpoint>(
    'POST',
    '/api/coops/{coopId}/attachments/{attachmentId}/check',
    { params },
  );

/** An attachment and a signed link to read it. */
export const openAttachment = (params: ParamsOf<typeof openAttachmentEndpoint>) =>
  call<typeof openAttachmentEndpoint>('GET', '/api/coops/{coopId}/attachments/{attachmentId}', {
    params,
  });

/** What the paper with this verification code says, for whoever holds it. */
export const verifyPaper = (params: ParamsOf<typeof verifyPaperEndpoint>) =>
  call<typeof verifyPaperEndpoint>('GET', '/api/papers/{code}', { params });
