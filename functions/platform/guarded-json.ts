const depthMax = 32;
const namesMax = 5_000;
/** Names that would reach what every object inherits from. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]|[^\s"{}[\]:,]+/gu;
/** Plain digits: no exponent, no minus zero, nothing that a double would round. */
const plainNumber = /^(?!-0$)-?\d{1,15}(?:\.\d{1,15})?$/u;
const words = new Set(['true', 'false', 'null']);

const textOf = (quoted: string): string => {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  const text: unknown = JSON.parse(quoted);
  return typeof text === 'string' ? text : '';
};

/**
 * The value that a JSON text writes, when it writes it in one way only; undefined otherwise. Not
 * told apart from broken JSON, as nobody writes these in good faith: a name twice in one object, a
 * name that an object inherits, an amount with an exponent, thousands of names or of levels.
 */
export function guardedJson(text: string): { readonly value: unknown } | undefined {
  try {
    if (!isPlain(text)) return undefined;
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return undefined;
  }
}

const isScalar = (part: string): boolean =>
  part.startsWith('"') || words.has(part) || plainNumber.test(part);

/** Notes a name in the object that is open; false when it must not be there. */
function takesName(taken: Set<string> | undefined, quoted: string | undefined): boolean {
  const name = quoted === undefined ? '' : textOf(quoted);
  if (!taken || taken.has(name) || forbidden.has(name)) return false;
  taken.add(name);
  return true;
}

/** Reads the text token by token. What is not JSON at all is left for the parser to refuse. */
function isPlain(text: string): boolean {
  const open: Set<string>[] = [];
  let names = 0;
  let before: string | undefined;
  for (const part of text.match(token) ?? []) {
    if (part === '{' || part === '[') open.push(new Set());
    else if (part === '}' || part === ']') open.pop();
    else if (part === ':') {
      names += 1;
      if (!takesName(open.at(-1), before)) return false;
    } else if (!isScalar(part)) return false;
    if (open.length > depthMax || names > namesMax) return false;
    before = part.startsWith('"') ? part : undefined;
  }
  return true;
}

/** What is at a path of names in a value; undefined when something on the way is not there. */
export const valueAt = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (holder, name) =>
      typeof holder === 'object' && holder !== null && Object.hasOwn(holder, name)
        ? Reflect.get(holder, name)
        : undefined,
    value,
  );

/** The text or the number at a path, as text; empty when there is none. */
export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = valueAt(value, ...path);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}
