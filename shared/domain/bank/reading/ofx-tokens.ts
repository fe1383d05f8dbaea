import { accept, reject, type Result } from '../../result.ts';

/** A tag of an OFX file with the text that follows it. */
export interface OfxToken {
  /** Upper case, without its slash. */
  readonly name: string;
  readonly closes: boolean;
  /** The text up to the next tag, entities resolved, trimmed. */
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const resolveOnce = (text: string): string =>
  text.replace(/&(?:#(\d{1,6})|([a-z]{2,4}));/giu, (written, code?: string, name?: string) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? written;
    const point = Number(code);
    return point > 0 && point <= 0x10_ff_ff && (point < 0xd800 || point > 0xdfff)
      ? String.fromCodePoint(point)
      : written;
  });

/** Resolves entities twice: some banks escape what was escaped. A lone `&` is itself. */
const resolve = (text: string): string =>
  text.includes('&') ? resolveOnce(resolveOnce(text)) : text;

const nameStart = /[A-Za-z/]/u;
const tagMax = 200;
const tagPattern = /^(\/?)([A-Za-z][\w.-]*)(?:\s[^/]*)?(\/?)$/u;

/** More than the largest file has when it is a statement and not tags alone. */
const tokensMax = 1_000_000;

/**
 * The tags of an OFX file, SGML or XML, in one pass: leaves need no end tag, so that the text of a
 * tag runs to the next one. A `<` that begins no tag is text. Refused when a tag is cut, and when
 * there are more tags than any statement has.
 */
export function ofxTokens(
  text: string,
): Result<readonly OfxToken[], 'statement_truncated' | 'statement_too_large'> {
  const tokens: OfxToken[] = [];
  let at = nextTag(text, 0);
  while (at >= 0) {
    const end = text.indexOf('>', at);
    if (end < 0) return reject('statement_truncated');
    if (tokens.length === tokensMax) return reject('statement_too_large');
    const next = nextTag(text, end + 1);
    const tag = text.slice(at + 1, Math.min(end, at + tagMax));
    const [, slash, name, selfClosing] = tagPattern.exec(tag) ?? [];
    if (name !== undefined)
      tokens.push({
        name: name.toUpperCase(),
        closes: slash === '/' || selfClosing === '/',
        text: valueOf(text.slice(end + 1, next < 0 ? undefined : next)),
      });
    at = next;
  }
  return accept(tokens);
}

/** Where the next tag begins; -1 when there is none. */
function nextTag(text: string, from: number): number {
  let at = text.indexOf('<', from);
  while (at >= 0 && !nameStart.test(text[at + 1] ?? '')) at = text.indexOf('<', at + 1);
  return at;
}

/** Longer values are cut: no label is. */
const valueMax = 4_000;

/** What is written after a tag: without the marks of a CDATA section, entities resolved. */
const valueOf = (written: string): string =>
  written === ''
    ? ''
    : resolve(written.slice(0, valueMax).replace('<![CDATA[', '').replace(']]>', '')).trim();
