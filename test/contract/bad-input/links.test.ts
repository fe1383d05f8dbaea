import { expect, test } from 'vitest';
import { fieldsOf, notKeeping, notRefusing } from '#test/support/every-field.ts';

const links = fieldsOf('link');

test.each<[string, unknown]>([
  ['B-001', ''],
  ['B-002', ' '],
  ['B-018', true],
  ['B-053', 'https://helloasso.com/\u200B'],
  ['B-054', 'https://helloasso.com/\u0000'],
  ['B-055', 'https://helloasso.com/\r\nLocation: https://example.fr'],
  ['B-056', 'https://helloasso.com/\u202Etilleuls'],
  ['B-057', 'https://helloasso.com/\uD800'],
  ['B-061', 'https://hello\u0430sso.com/'],
  ['B-062', 'https://helloasso.com/<script>alert(1)</script>'],
  ['B-063', 'https://helloasso.com/"><img src=x>'],
  ['B-064', 'javascript:alert(1)'],
  ['B-064', 'JAVASCRIPT:alert(1)//https://helloasso.com'],
  ['B-064', 'data:text/html,alert(1)'],
  ['B-064', 'http://helloasso.com'],
  ['B-064', '//helloasso.com'],
  ['B-064', 'https:helloasso.com'],
  ['B-064', ' https://helloasso.com'],
  ['B-065', 'https://helloasso.com/{{7*7}}'],
  ['B-076', '../../etc/passwd'],
])('%s: the address %j is refused by every field of one', (_, written) => {
  expect(notRefusing(links, written)).toEqual([]);
});

test.each(['https://helloasso.com', 'https://buy.stripe.com/a_b?c=%C3%A9&d=1#e'])(
  'the address %s is kept as it is',
  (link) => {
    expect(notKeeping(links, link, link)).toEqual([]);
  },
);

test('an address is no longer than told', () => {
  for (const spot of links) {
    const longest = 'https://a.fr/'.padEnd(spot.field.max, 'a');
    expect(notKeeping([spot], longest, longest)).toEqual([]);
    expect(notRefusing([spot], `${longest}a`)).toEqual([]);
  }
});
