import type { Collection } from '../collections/collection.ts';
import { referenceIn } from '../collections/reference.ts';
import { searchable } from '../text.ts';

/** The collecte that a payment is for, and the family when it quoted its reference. */
export interface Belonging {
  readonly collectionId: string;
  readonly familyId?: string | undefined;
}

/**
 * Where a payment belongs: by the family's reference, else by the name of the campaign when one
 * open collecte has that title. Undefined when nothing says it, or two collectes could be meant: a
 * payment is never guessed.
 */
export function belongingOf(
  said: { readonly familyReference?: string | undefined; readonly campaign?: string | undefined },
  references: readonly (Required<Belonging> & { readonly reference: string })[],
  collections: readonly Pick<Collection, 'id' | 'title' | 'status'>[],
): Belonging | undefined {
  const reference = referenceIn(said.familyReference ?? '');
  const holder = references.find((one) => one.reference === reference);
  if (holder) return { collectionId: holder.collectionId, familyId: holder.familyId };
  const wanted = searchable(said.campaign ?? '');
  if (wanted === '') return undefined;
  const [only, ...others] = collections.filter(
    ({ title, status }) => status === 'open' && searchable(title) === wanted,
  );
  return only && others.length === 0 ? { collectionId: only.id } : undefined;
}
