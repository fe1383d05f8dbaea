import type { Context } from 'aws-lambda';
import { afterEach, expect, test, vi } from 'vitest';
import type { HttpEvent } from '#functions/platform/http.ts';
import { handler } from '#functions/reports/handler.ts';
import { findFiledCrf } from '#functions/stores/crf.ts';
import { coopReadyToFile, september, submit, tokenFor } from './books.ts';

afterEach(() => void vi.useRealTimers());

/** Opens a link in September; only then, as clients of AWS learn their clock from what they meet. */
function open(token: string) {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(september) });
  return handler(
    {
      routeKey: 'GET /api/quitus/{token}',
      pathParameters: { token },
      headers: {},
      requestContext: { requestId: 'test' },
    } as unknown as HttpEvent,
    {} as Context,
  );
}

test('the link, without a session, gives the frozen report byte for byte', async () => {
  const scope = await coopReadyToFile();
  await submit(scope);
  const token = await tokenFor(scope);
  const answer = await open(token);
  const filed = await findFiledCrf(scope, '2025');
  expect(answer).toMatchObject({ statusCode: 200 });
  expect(answer.body).toContain(`"snapshot":${filed?.snapshotText ?? '?'}`);
});

test('an unknown link and one that is no link answer without a word more', async () => {
  expect(await open('A'.repeat(43))).toMatchObject({ statusCode: 404 });
  expect(await open('short')).toMatchObject({ statusCode: 422 });
});
