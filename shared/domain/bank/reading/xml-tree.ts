import { accept, reject, type Result } from '../../result.ts';

/** An element with what is inside it; names without their namespace prefix. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  /** The text directly inside, entities resolved. */
  text: string;
}

export type XmlRejection = 'statement_truncated' | 'statement_unreadable' | 'statement_xml_unsafe';

/** Called at the end of each element; true when it is done with, and can be forgotten. */
export type XmlVisitor = (
  node: XmlNode,
  path: readonly XmlNode[],
  span: { readonly start: number; readonly end: number },
) => boolean;

const depthMax = 60;
const tagMax = 4_000;
const name =
  '[A-Za-z_\\u00C0-\\uFFFD][\\w.\\-\\u00B7-\\uFFFD]*(?::[A-Za-z_\\u00C0-\\uFFFD][\\w.\\-\\u00B7-\\uFFFD]*)?';
const startPattern = new RegExp(
  `^(${name})((?:\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)$`,
  'u',
);
const endPattern = new RegExp(`^/(${name})\\s*$`, 'u');
const attributePattern = new RegExp(`(${name})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'gu');

const localName = (written: string): string => written.slice(written.indexOf(':') + 1);

interface OpenElement {
  readonly node: XmlNode;
  /** The name with its prefix, which its end must repeat. */
  readonly written: string;
  readonly start: number;
}

/** The elements that are open, and whether the one root was seen. */
interface Walk {
  readonly open: OpenElement[];
  readonly path: XmlNode[];
  rootSeen: boolean;
}

/**
 * Walks an XML document and gives each element to `visit` as it ends. Strict where it matters: every
 * element is closed by its own name, one root, the five entities of XML and characters by number
 * and no others. A document type (DTD) is refused before anything of it is read: it is where
 * entities are declared that grow without end or name a file of the server. What does not end was
 * cut.
 */
export function walkXml(text: string, visit: XmlVisitor): Result<undefined, XmlRejection> {
  const walk: Walk = { open: [], path: [], rootSeen: false };
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf('<', at);
    const between = text.slice(at, start < 0 ? undefined : start);
    if (!addText(walk.path.at(-1), between))
      return reject(start < 0 ? 'statement_truncated' : 'statement_unreadable');
    if (start < 0) break;
    const next = /[?!]/u.test(text[start + 1] ?? '')
      ? passSpecial(text, start, walk)
      : passTag(text, start, walk, visit);
    if (!next.ok) return next;
    at = next.value;
  }
  const ended = walk.rootSeen && walk.open.length === 0;
  return ended ? accept(undefined) : reject('statement_truncated');
}

/** Passes a comment, an instruction or CDATA: where the text goes on. */
function passSpecial(text: string, start: number, { path }: Walk): Result<number, XmlRejection> {
  const { kind, end, mark } = specialAt(text, start);
  if (kind === 'doctype') return reject('statement_xml_unsafe');
  if (end < 0) return reject('statement_truncated');
  const sound = kind !== 'cdata' || addRaw(path.at(-1), text.slice(start + 9, end));
  return sound ? accept(end + mark) : reject('statement_unreadable');
}

/** Passes a tag, and visits the element that it ends: where the text goes on. */
function passTag(
  text: string,
  start: number,
  walk: Walk,
  visit: XmlVisitor,
): Result<number, XmlRejection> {
  const end = text.indexOf('>', start);
  if (end < 0) return reject('statement_truncated');
  const tag = text.slice(start + 1, Math.min(end, start + tagMax));
  const closes = endPattern.exec(tag)?.[1];
  if (closes === undefined) {
    const opened = openedBy(tag, start, walk);
    if (!opened) return reject('statement_unreadable');
    walk.open.push(opened);
    walk.path.push(opened.node);
    if (!tag.endsWith('/')) return accept(end + 1);
  } else if (walk.open.at(-1)?.written !== closes) return reject('statement_unreadable');
  const ended = walk.open.pop();
  walk.path.pop();
  if (!ended) return reject('statement_unreadable');
  const forgotten = visit(ended.node, walk.path, { start: ended.start, end: end + 1 });
  if (!forgotten) walk.path.at(-1)?.children.push(ended.node);
  return accept(end + 1);
}

/** The element that a tag opens; undefined when it is malformed, too deep, or a second root. */
function openedBy(tag: string, start: number, walk: Walk): OpenElement | undefined {
  const [, written, attributes = ''] = startPattern.exec(tag) ?? [];
  const isSecondRoot = walk.rootSeen && walk.open.length === 0;
  if (written === undefined || isSecondRoot || walk.open.length === depthMax) return undefined;
  const read = attributesOf(attributes);
  if (!read) return undefined;
  walk.rootSeen = true;
  const node: XmlNode = { name: localName(written), attributes: read, children: [], text: '' };
  return { node, written, start };
}

/** Comments, instructions, CDATA and document types: where they end, -1 when they do not. */
function specialAt(text: string, start: number) {
  if (text[start + 1] === '?')
    return { kind: 'instruction', end: text.indexOf('?>', start + 2), mark: 2 } as const;
  if (text.startsWith('--', start + 2))
    return { kind: 'comment', end: text.indexOf('-->', start + 4), mark: 3 } as const;
  if (text.startsWith('[CDATA[', start + 2))
    return { kind: 'cdata', end: text.indexOf(']]>', start + 9), mark: 3 } as const;
  return { kind: 'doctype', end: -1, mark: 1 } as const;
}

/** Adds text to the element it is in; false for text outside the root, or an unknown entity. */
function addText(node: XmlNode | undefined, written: string): boolean {
  if (node === undefined) return written.trim() === '';
  const resolved = resolveEntities(written);
  if (resolved === null) return false;
  node.text += resolved;
  return true;
}

function addRaw(node: XmlNode | undefined, text: string): boolean {
  if (node) node.text += text;
  return node !== undefined;
}

function attributesOf(written: string): Record<string, string> | null {
  const attributes: Record<string, string> = {};
  if (written === '') return attributes;
  for (const [, attribute = '', double, single = ''] of written.matchAll(attributePattern)) {
    const value = resolveEntities(double ?? single);
    if (value === null || Object.hasOwn(attributes, attribute)) return null;
    attributes[attribute] = value;
  }
  return attributes;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The text with its entities resolved, once; null when one is unknown. */
function resolveEntities(written: string): string | null {
  if (!written.includes('&')) return written;
  let sound = true;
  const resolved = written.replace(
    /&(?:#(\d{1,7});|#x([\da-f]{1,6});|([a-z]{2,4});)?/giu,
    (_, decimal?: string, hexadecimal?: string, named?: string) => {
      const point =
        decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
      const character = named === undefined ? characterOf(point) : entities[named];
      sound &&= character !== undefined;
      return character ?? '';
    },
  );
  return sound ? resolved : null;
}

const characterOf = (point: number): string | undefined =>
  point > 0 && point <= 0x10_ff_ff && (point < 0xd8_00 || point > 0xdf_ff)
    ? String.fromCodePoint(point)
    : undefined;

/** The first child along a path of names. */
export function childOf(
  node: XmlNode | undefined,
  ...names: readonly string[]
): XmlNode | undefined {
  let found = node;
  for (const wanted of names) found = found?.children.find((child) => child.name === wanted);
  return found;
}

/** All children of a name. */
export const childrenOf = (node: XmlNode | undefined, wanted: string): readonly XmlNode[] =>
  node?.children.filter((child) => child.name === wanted) ?? [];

/** The text at the end of a path, trimmed; empty when there is none. */
export const textAt = (node: XmlNode | undefined, ...names: readonly string[]): string =>
  childOf(node, ...names)?.text.trim() ?? '';
