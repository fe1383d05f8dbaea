import type { Routes } from '../endpoint.ts';
import {
  announceAttachmentEndpoint,
  checkAttachmentEndpoint,
  openAttachmentEndpoint,
} from './attachment.ts';
import { verifyPaperEndpoint } from './verify-paper.ts';

export const documentsRoutes = {
  announceAttachment: announceAttachmentEndpoint,
  checkAttachment: checkAttachmentEndpoint,
  openAttachment: openAttachmentEndpoint,
  verifyPaper: verifyPaperEndpoint,
} as const satisfies Routes;
