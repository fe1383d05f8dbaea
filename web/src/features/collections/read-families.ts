import { oneLine } from '#shared/domain/text.ts';

/** A family as the list gives it: first name and initial, class. */
export interface ListedFamily {
  readonly pupil: string;
  readonly className: string;
}

/**
 * Reads a pasted list, one family a line: `Léa M.; CM2`, a tab, a comma or two spaces between the
 * two. A line without a class takes the class given for all. Lines that cannot be read are said.
 */
export function readFamilies(
  text: string,
  classForAll: string,
): { readonly families: readonly ListedFamily[]; readonly unreadable: readonly number[] } {
  const families: ListedFamily[] = [];
  const unreadable: number[] = [];
  text.split(/\r?\n/u).forEach((line, index) => {
    if (line.trim() === '') return;
    const [pupil = '', className = ''] = line
      .trim()
      .split(/\s*[;,\t]\s*|\s{2,}/u)
      .map(oneLine);
    const ofClass = className === '' ? oneLine(classForAll) : className;
    if (pupil === '' || ofClass === '' || pupil.length > 30 || ofClass.length > 30)
      unreadable.push(index + 1);
    else families.push({ pupil, className: ofClass });
  });
  return { families, unreadable };
}
