import { isPlain, searchable } from '../../text.ts';

/** Words that every bank and every treasurer write: they tell nobody from anybody. */
const ordinaryWords = new Set(
  (
    'avec banque carte cheque cheques chq classe commission compte cooperative depot des ecole emis europeen facture fact familles ' +
    'faveur frais instantane inst les madame mademoiselle mlle mme mons monsieur motif non mois notre num paiement par pour prelevement prlv ' +
    'reference recu ref remise remises rem sas sarl sepa sur une versement vir virement virements vers vos votre achat dest'
  ).split(' '),
);

/** Text ready to be compared: no accents, ß and ligatures spelled out, lower case. */
export const spelled = (text: string): string =>
  searchable(
    isPlain(text)
      ? text
      : text
          .replaceAll('ß', 'ss')
          .replaceAll('ẞ', 'ss')
          .replace(/œ/giu, 'oe')
          .replace(/æ/giu, 'ae'),
  );

/** The words that may name someone or something, each once. */
export const namesIn = (text: string): readonly string[] => [
  ...new Set(
    spelled(text)
      .split(' ')
      .filter((word) => word.length >= 3 && /^\p{L}+$/u.test(word) && !ordinaryWords.has(word)),
  ),
];

/** How alike two words are, from 0 to 1 (Jaro-Winkler): `lefevre` and `lefebvre` are. */
function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const [ofOne, ofOther] = common(one, other, reach);
  const count = ofOne.length;
  if (count === 0) return 0;
  const moved = ofOne.filter((letter, index) => letter !== ofOther[index]).length / 2;
  const jaro = (count / one.length + count / other.length + (count - moved) / count) / 3;
  const prefix = [...one.slice(0, 4)].findIndex((letter, index) => letter !== other[index]);
  return jaro + (prefix === -1 ? Math.min(4, one.length) : prefix) * 0.1 * (1 - jaro);
}

/** The letters that both have, near the same place, in the order of each. */
function common(
  one: string,
  other: string,
  reach: number,
): readonly [readonly string[], readonly string[]] {
  const used = new Set<number>();
  const ofOne = [...one].filter((letter, index) => {
    for (
      let at = Math.max(0, index - reach);
      at <= Math.min(other.length - 1, index + reach);
      at += 1
    )
      if (!used.has(at) && other[at] === letter) {
        used.add(at);
        return true;
      }
    return false;
  });
  return [ofOne, [...other].filter((_, index) => used.has(index))];
}

/** Banks that keep to thirty-one characters cut the last word wherever it stands. */
export const isCut = (label: string): boolean => label.trim().length >= 30;

/** Whether two words are the same name: as written, nearly, or as far as the bank printed it. */
export const isSameName = (name: string, word: string, cut: boolean): boolean =>
  name === word ||
  (cut && word.length >= 3 && name.startsWith(word)) ||
  (name.length >= 5 && name[0] === word[0] && word.length >= 4 && likeness(name, word) >= 0.92);
