import { reportsRoutes } from '#shared/contract/reports/routes.ts';
import { mount } from '#functions/platform/mount.ts';
import { fillCrf } from './fill-crf.ts';
import { findCrf } from './find-crf.ts';
import { findHome } from './find-home.ts';
import { inviteVerifier } from './invite-verifier.ts';
import { printCrf } from './print-crf.ts';
import { readQuitus, signQuitus } from './quitus.ts';
import { submitCrf } from './submit-crf.ts';

export const handler = mount(reportsRoutes, {
  findHome,
  findCrf,
  fillCrf,
  printCrf,
  submitCrf,
  inviteVerifier,
  readQuitus,
  signQuitus,
});
