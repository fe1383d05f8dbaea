/** How many fields a platform's form ever has, with room. */
const fieldsMax = 300;

/**
 * The fields of a form, each of which comes once; undefined when the bytes are no UTF-8, a field
 * comes twice, or there are too many.
 */
export function formOf(body: Uint8Array): ReadonlyMap<string, string> | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return undefined;
  }
  const pairs = [...new URLSearchParams(text)];
  const fields = new Map(pairs);
  return pairs.length > fieldsMax || fields.size !== pairs.length ? undefined : fields;
}
