import { expect, test } from 'vitest';
import { fieldsOf, notKeeping, notRefusing } from '#test/support/every-field.ts';

const mails = fieldsOf('mail');

test.each<[string, unknown]>([
  ['B-001', ''],
  ['B-002', ' '],
  ['B-018', true],
  ['B-052', `${'a'.repeat(250)}@b.fr`],
  ['B-053', '\u200B'],
  ['B-054', 'a\u0000@b.fr'],
  ['B-057', 'a\uD800@b.fr'],
  ['B-070', 'x@y.fr\r\nBcc: z@y.fr'],
  ['B-070', 'x@y.fr,z@y.fr'],
  ['B-071', `${'a'.repeat(64)}@${'b'.repeat(187)}.fr`],
  ['B-071', 'a@b'],
  ['B-071', '"a b"@c.fr'],
  ['B-071', 'élève@école.fr'],
  ['B-071', 'a@@b.fr'],
  ['B-071', 'a@b@c.fr'],
  ['B-071', 'a@b.'],
  ['B-071', 'a@b.fr.'],
  ['B-071', 'a b@c.fr'],
])('%s: the mail %j is refused by every field of one', (_, written) => {
  expect(notRefusing(mails, written)).toEqual([]);
});

test.each<[string, string]>([
  [' Dominique+Ecole@Example.FR ', 'dominique+ecole@example.fr'],
  ['d.arc-leveque@ac-nice.example', 'd.arc-leveque@ac-nice.example'],
  ["o'brien@example.fr", "o'brien@example.fr"],
  ['a@xn--cole-9oa.fr', 'a@xn--cole-9oa.fr'],
])('B-071: the mail %j is understood as %j', (written, kept) => {
  expect(notKeeping(mails, written, kept)).toEqual([]);
});
