import type { listExportsEndpoint } from '#shared/contract/headoffice/follow-up.ts';
import { accept } from '#shared/domain/result.ts';
import { signDownload } from '#functions/gateways/object-store.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { listNewestExports, type Export } from '#functions/stores/exports.ts';
import { mediaTypeOf } from './export-files.ts';

const shownMax = 30;

/** The last exports, newest first, with a signed link to each of their files. */
export const listExports: UseCase<typeof listExportsEndpoint> = async ({ scope }) => {
  const newest = await listNewestExports(scope, shownMax);
  return accept({ exports: await Promise.all(newest.map(withLinks)) });
};

const withLinks = async ({ files, ...made }: Export) => ({
  ...made,
  files: await Promise.all(
    files.map(async ({ name, key, sha256 }) => ({
      name,
      sha256,
      url: await signDownload(key, { fileName: name, mediaType: mediaTypeOf(name) }),
    })),
  ),
});
