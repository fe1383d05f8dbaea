import { randomBytes } from 'node:crypto';
import type { Collection, Family, NewFamily } from '#shared/domain/collections/collection.ts';
import { pupilName } from '#shared/domain/collections/pupil.ts';
import { familyReference } from '#shared/domain/collections/reference.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { addFamily, findReferences } from '#functions/stores/collections.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';

/** Each family is three items: 30 of them stay under the hundred actions of a transaction. */
const familiesPerCommit = 30;
const referenceAttemptsMax = 8;
const tokenBytes = 16;

/** 128 random bits, base64url: nobody guesses the page of a family. */
export const newShareToken = (): string => randomBytes(tokenBytes).toString('base64url');

/** Writes families of a collecte, each with its reference and its page; none is there yet. */
export async function writeFamilies(
  scope: CoopScope,
  collection: Pick<Collection, 'id' | 'expectedCents'>,
  wanted: readonly NewFamily[],
): Promise<void> {
  const families = await withReferences(
    scope,
    wanted.map(({ contactMail, ...family }) => ({
      ...family,
      collectionId: collection.id,
      pupil: pupilName(family.pupil),
      expectedCents: family.expectedCents ?? collection.expectedCents,
      token: newShareToken(),
      ...(contactMail !== undefined && { contactMail }),
      version: 1,
    })),
  );
  for (let start = 0; start < families.length; start += familiesPerCommit)
    await commit(
      families
        .slice(start, start + familiesPerCommit)
        .flatMap((family) => addFamily(scope, family)),
    );
}

/** Gives each family its reference; one that is taken in the cooperative is drawn again. */
async function withReferences(
  scope: CoopScope,
  families: readonly Omit<Family, 'reference'>[],
): Promise<readonly Family[]> {
  const given: Family[] = [];
  const taken = new Set<string>();
  let waiting = families;
  for (let attempt = 0; waiting.length > 0; attempt += 1) {
    if (attempt === referenceAttemptsMax) throw new Error('no free family reference');
    const drawn = waiting.map((family) => ({
      ...family,
      reference: familyReference(sha256Hex(`${family.collectionId}|${family.id}`), attempt),
    }));
    const held = await findReferences(
      scope,
      drawn.map(({ reference }) => reference),
    );
    for (const { reference } of held) taken.add(reference);
    const again: Omit<Family, 'reference'>[] = [];
    for (const family of drawn)
      if (taken.has(family.reference)) again.push(family);
      else {
        taken.add(family.reference);
        given.push(family);
      }
    waiting = again;
  }
  return given;
}
