import { documentsRoutes } from '#shared/contract/documents/routes.ts';
import { mount } from '#functions/platform/mount.ts';
import { announceAttachment } from './announce-attachment.ts';
import { checkAttachment } from './check-attachment.ts';
import { openAttachment } from './open-attachment.ts';
import { verifyPaper } from './verify-paper.ts';

export const handler = mount(documentsRoutes, {
  announceAttachment,
  checkAttachment,
  openAttachment,
  verifyPaper,
});
