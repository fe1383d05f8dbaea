import { expect, test } from 'vitest';
import { pageOfRouteText } from '#infra/aws/stacks/web.ts';

const pathAsked = (uri: string): string => {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- CloudFront runs it as text too.
  const run = new Function('event', `${pageOfRouteText}; return handler(event).uri;`) as (
    event: unknown,
  ) => string;
  return run({ request: { uri } });
};

test.each([
  ['/', '/index.html'],
  ['/coops/01J/journal', '/index.html'],
  ['/quitus/abc', '/index.html'],
  ['/assets/page-4f2a.js', '/assets/page-4f2a.js'],
  ['/assets/missing.js', '/assets/missing.js'],
  ['/v1.2/aide', '/index.html'],
])('%s is answered by %s', (asked, answered) => {
  expect(pathAsked(asked)).toBe(answered);
});
