import { expect, test } from 'vitest';
import {
  pageOfRouteText,
  viewerAddressHeader,
  viewerAddressText,
} from '#infra/aws/edge-functions.ts';

interface EdgeRequest {
  readonly uri: string;
  readonly headers: Readonly<Record<string, { readonly value: string }>>;
}

const answerOf = (text: string, event: object): EdgeRequest => {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- CloudFront runs it as text too.
  const run = new Function('event', `${text}; return handler(event);`) as (
    event: object,
  ) => EdgeRequest;
  return run(event);
};

const pathAsked = (uri: string): string => answerOf(pageOfRouteText, { request: { uri } }).uri;

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

test('A33: the address that calls is written over the one that the caller pretends', () => {
  const headers = { [viewerAddressHeader]: { value: '51.138.206.200' } };
  const event = { request: { uri: '/hooks/helloasso/x', headers }, viewer: { ip: '203.0.113.7' } };
  expect(answerOf(viewerAddressText, event).headers[viewerAddressHeader]).toEqual({
    value: '203.0.113.7',
  });
});
