/** Letters and digits that nobody takes for another one when reading aloud or copying. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const prefix = 'TRL-';
const lengthOfCode = 5;

/** After this many collisions the reference gets one character more. */
const attemptsBeforeLonger = 3;

/**
 * The reference that a family quotes, from a hexadecimal digest of its ids: the same family always
 * gets the same one. `attempt` gives another when a family of the cooperative has it already.
 */
export function familyReference(digestHex: string, attempt = 0): string {
  const length = lengthOfCode + (attempt < attemptsBeforeLonger ? 0 : 1);
  let rest = BigInt(`0x${digestHex}`) >> BigInt(attempt * 8);
  let code = '';
  for (let index = 0; index < length; index += 1) {
    code += alphabet[Number(rest % BigInt(alphabet.length))] ?? '';
    rest /= BigInt(alphabet.length);
  }
  return `${prefix}${code}`;
}

const quoted = /TRL[\s-]*([2-9A-HJKMNP-Z]{5,6})(?![0-9A-Z])/u;

/** The reference in what a platform or a bank repeats; undefined when there is none. */
export function referenceIn(text: string): string | undefined {
  const [, code] = quoted.exec(text.toUpperCase()) ?? [];
  return code === undefined ? undefined : `${prefix}${code}`;
}
