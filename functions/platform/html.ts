/** A piece of HTML that is safe to send as it is. Only `html` makes one. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: text is escaped, nothing is nothing. */
export type Part = string | number | Html | readonly Html[] | undefined | false;

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML shows it, in content and in quoted attributes. */
const escaped = (text: string): string => text.replace(/[&<>"']/gu, (sign) => signs[sign] ?? '');

const textOf = (part: Part): string => {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  return typeof part === 'object' ? part.map(({ text }) => text).join('') : escaped(String(part));
};

/** A template of HTML: what stands between the tags was typed by people, and is escaped. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.reduce((text, next, index) => text + textOf(parts[index - 1]) + next));

/** An address for `href`: of the web, or of the portal itself. Throws on any other: a defect. */
export function link(address: string): string {
  if (/^https?:\/\/[^/]/u.test(address) || /^\/(?!\/)/u.test(address)) return address;
  throw new RangeError('not an address to follow');
}
