import type { Routes } from '../endpoint.ts';
import {
  announceAttachmentEndpoint,
  checkAttachmentEndpoint,
  openAttachmentEndpoint,
} from './attachment.ts';

export const documentsRoutes = {
  announceAttachment: announceAttachmentEndpoint,
  checkAttachment: checkAttachmentEndpoint,
  openAttachment: openAttachmentEndpoint,
} as const satisfies Routes;
