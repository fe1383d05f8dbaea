import { buildFunctions } from './functions.ts';
import { buildWeb } from './web.ts';

/** Builds what runs: the functions and the site, the same bytes on one machine and on AWS. */
export const buildAll = async (): Promise<void> => {
  await Promise.all([buildFunctions(), buildWeb()]);
};

if (import.meta.main) await buildAll();
