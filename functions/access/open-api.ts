import type { openApiEndpoint } from '#shared/contract/access/openapi.ts';
import { accept } from '#shared/domain/result.ts';
import { RawAnswer, type UseCase } from '#functions/platform/use-case.ts';
import { openApiDocument } from './open-api-document.ts';

let written: string | undefined;

/** The contract of the portal for machines; it never changes while the function lives. */
export const openApi: UseCase<typeof openApiEndpoint> = async () => {
  written ??= JSON.stringify(openApiDocument());
  return accept(
    new RawAnswer({
      statusCode: 200,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'public, max-age=300',
      },
      body: written,
    }),
  );
};
