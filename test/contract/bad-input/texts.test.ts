import { expect, test } from 'vitest';
import { lengthOf } from '#shared/domain/text.ts';
import { differing, fieldsOf, notKeeping, notRefusing, slow } from '#test/support/every-field.ts';

const texts = fieldsOf('text');
const mayBeBlank = texts.filter(({ field }) => field.mayBeBlank);
const mayNotBeBlank = texts.filter(({ field }) => !field.mayBeBlank);

/** The texts that do not read it so: kept where it is short enough, refused elsewhere. */
const notReading = (written: string, kept: string) =>
  differing(texts, written, ({ field, path }) =>
    lengthOf(kept) <= field.max ? { kept } : { refused: [path.join('.')] },
  );

test.each<[string, unknown]>([
  ['B-018', true],
  ['B-048', 1_789_000_000_000],
  ['B-057', 'a\uD800b'],
  ['B-057', '\uDC00'],
  ['B-060', `a${'\u0301'.repeat(500)}`],
])('%s: %j is refused by every text', (_, written) => {
  expect(notRefusing(texts, written)).toEqual([]);
});

test.each<[string, string]>([
  ['B-001', ''],
  ['B-002', ' '],
  ['B-053', '\u200B\uFEFF\u00AD\u3164 \u00A0'],
  ['B-053', '\u115F\u1160\uFFA0\u180E\u2060'],
  ['B-054', '\u0000\u0085'],
  ['B-056', '\u202E\u061C\u2066'],
])('%s: the blank %j is no text', (_, written) => {
  expect(notRefusing(mayNotBeBlank, written)).toEqual([]);
  expect(notKeeping(mayBeBlank, written, undefined)).toEqual([]);
});

test('B-052: the most is counted as people count, and one more is refused', () => {
  for (const spot of texts) {
    const { max } = spot.field;
    for (const sign of ['é', '🎈']) {
      expect(notKeeping([spot], sign.repeat(max), sign.repeat(max))).toEqual([]);
      expect(notRefusing([spot], sign.repeat(max + 1))).toEqual([]);
    }
    expect(notKeeping([spot], 'e\u0301'.repeat(max), 'é'.repeat(max))).toEqual([]);
  }
});

test.each<[string, string, string]>([
  ['B-054', 'a\u0000b\u0007c\u0085d', 'abcd'],
  ['B-055', 'une\r\nligne', 'une ligne'],
  ['B-056', 'exe.\u202Egpj', 'exe.gpj'],
  ['B-056', 'a\u2066b\u2069c\u061Cd', 'abcd'],
  ['B-058', 'e\u0301cole', 'école'],
  ['B-059', '👩‍👩‍👧 🇫🇷 👍🏽', '👩‍👩‍👧 🇫🇷 👍🏽'],
  ['B-061', 'L\u0435a M.', 'L\u0435a M.'],
  ['B-062', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['B-063', '"><img src=x onerror=alert(1)>', '"><img src=x onerror=alert(1)>'],
  ['B-064', 'javascript:alert(1)', 'javascript:alert(1)'],
  ['B-065', '{{7*7}} ${7*7} <%= 7 %>', '{{7*7}} ${7*7} <%= 7 %>'],
  ['B-066', "'; DROP TABLE", "'; DROP TABLE"],
  ['B-067', '#pk = :x OR attribute_exists(pk)', '#pk = :x OR attribute_exists(pk)'],
  ['B-067', '#', '#'],
  ['B-067', ':status', ':status'],
  ['B-067', 'name', 'name'],
  ['B-068', '%s%n', '%s%n'],
  ['B-069', '=HYPERLINK("http://x")', '=HYPERLINK("http://x")'],
  ['B-069', '@SUM', '@SUM'],
  ['B-069', "-1+cmd|' /C calc'!A0", "-1+cmd|' /C calc'!A0"],
  ['B-069', '\t =1', '=1'],
  ['B-069', '＝1', '＝1'],
  ['B-070', 'Léa\r\nBcc: x@y', 'Léa Bcc: x@y'],
  ['B-072', 'D’Arc-Lévêque', 'D’Arc-Lévêque'],
  ['B-072', 'de La Tour', 'de La Tour'],
  ['B-072', 'Ng', 'Ng'],
  ['B-072', 'Y', 'Y'],
  ['B-072', '6e', '6e'],
  ['B-073', 'a\n{"level":"info"', 'a {"level":"info"'],
])('%s: every text that takes %j keeps %j', (_, written, kept) => {
  expect(notReading(written, kept)).toEqual([]);
});

test('B-060 and B-074: an odd text of the longest that is read takes a moment', () => {
  for (const sign of ['\u0301', '\u200D', ' \t', '\u3164', '🎈', '👩‍', 'a\n'])
    expect(slow(texts, sign.repeat(4_000 / sign.length))).toEqual([]);
});

const opaque = fieldsOf('opaque');

test('what somebody else wrote is kept as it came, and never longer than told', () => {
  for (const written of ['', ' ', 'a\r\nb', '../../etc/passwd', '<script>', '%00', 'e\u0301'])
    expect(notKeeping(opaque, written, written)).toEqual([]);
  for (const spot of opaque) {
    expect(notKeeping([spot], 'é'.repeat(spot.field.max), 'é'.repeat(spot.field.max))).toEqual([]);
    expect(notRefusing([spot], 'é'.repeat(spot.field.max + 1))).toEqual([]);
  }
});
