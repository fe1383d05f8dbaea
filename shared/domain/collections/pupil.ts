const words = (text: string): readonly string[] => text.split(/\s+/u).filter(Boolean);

const isUpperCase = (word: string): boolean =>
  /\p{Lu}{2}/u.test(word) && word === word.toUpperCase();

/** `M.`; nothing for a word without a letter. */
const initialOf = (word: string): string => {
  const [letter] = /\p{L}/u.exec(word) ?? [];
  return letter === undefined ? '' : `${letter.toUpperCase()}.`;
};

/**
 * A pupil as the portal keeps one: first name and initial. `Léa Martin`, `Léa M` and `MARTIN Léa`
 * all give `Léa M.`; a first name alone stays so. Rules: PRIVACY-1 (docs/rules.md).
 */
export function pupilName(written: string): string {
  const [first = '', ...others] = words(written);
  const last = others.at(-1);
  if (last === undefined) return first;
  const surnameFirst = isUpperCase(first) && !isUpperCase(last) && /\p{Ll}/u.test(last);
  const [firstName, surname] = surnameFirst ? [last, first] : [first, last];
  return `${firstName} ${initialOf(surname)}`.trim();
}
