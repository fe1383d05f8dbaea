import { searchable } from '../text.ts';

/** A verifier of the accounts, and the signature once it is given. Rules: QUITUS-1. */
export interface Quitus {
  readonly id: string;
  readonly verifierName: string;
  readonly quality: 'parent' | 'teacher';
  readonly signedAt?: string | undefined;
  /** The digest of the report that was on the page when it was signed. */
  readonly signedSha256?: string | undefined;
}

/** Whether two names are of the same person, as far as names can tell: any order, any case. */
export function sameName(one: string, other: string): boolean {
  const wordsOf = (name: string): string => searchable(name).split(' ').toSorted().join(' ');
  return wordsOf(one) !== '' && wordsOf(one) === wordsOf(other);
}
