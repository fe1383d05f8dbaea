const decoder = new TextDecoder('latin1');

/** The bytes from one place to another as text, one character for each; exact for ASCII. */
export const latin = (bytes: Uint8Array, start = 0, end = bytes.length): string =>
  decoder.decode(bytes.subarray(start, end));

/** Whether the bytes hold that text at that place. */
export const holds = (bytes: Uint8Array, at: number, text: string): boolean =>
  at + text.length <= bytes.length &&
  Array.from(text).every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

/** The unsigned number at that place; NaN when the bytes end before. */
export const numberAt = (
  bytes: Uint8Array,
  at: number,
  size: 1 | 2 | 3 | 4,
  littleEndian = false,
): number => {
  let value = 0;
  for (let index = 0; index < size; index += 1)
    value = value * 256 + (bytes[at + (littleEndian ? size - 1 - index : index)] ?? Number.NaN);
  return value;
};

/** The pieces one after the other. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
