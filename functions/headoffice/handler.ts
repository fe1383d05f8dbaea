import { headofficeRoutes } from '#shared/contract/headoffice/routes.ts';
import { mount } from '#functions/platform/mount.ts';
import { decideCrf } from './decide-crf.ts';
import { listCoops } from './list-coops.ts';
import { listFollowedAccounts } from './list-followed-accounts.ts';
import { listExports } from './list-exports.ts';
import { readFiledCrf } from './read-filed-crf.ts';
import { readNationalTotals } from './read-national-totals.ts';
import { startExport } from './start-export.ts';

export const handler = mount(headofficeRoutes, {
  listCoops,
  listFollowedAccounts,
  readFiledCrf,
  decideCrf,
  startExport,
  listExports,
  readNationalTotals,
});
