import type { printLettersEndpoint } from '#shared/contract/families/reminders.ts';
import { isFree, type Collection, type Family } from '#shared/domain/collections/collection.ts';
import { instalmentsOf } from '#shared/domain/collections/instalments.ts';
import type { Letters } from '#shared/domain/families/letter.ts';
import { payLinkOf } from '#shared/domain/families/pay-link.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { putObject, signDownload } from '#functions/gateways/object-store.ts';
import { printLetters as print } from '#functions/papers/family-letters.ts';
import { requireEnv } from '#functions/platform/config.ts';
import { paperCoopOf } from '#functions/platform/paper-coop.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { findCollection, listFamilies } from '#functions/stores/collections.ts';

const mediaType = 'application/pdf';

/** The letters of all families, class by class, as one file kept for a few days. */
export const printLetters: UseCase<typeof printLettersEndpoint> = async (call) => {
  const { scope, params, now } = call;
  const collection = await findCollection(scope, params.collectionId);
  if (!collection || collection.status === 'opening') return reject('not_found');
  if (collection.status !== 'open') return reject('collection_closed');
  const [families, coop] = await Promise.all([
    listFamilies(scope, collection.id),
    paperCoopOf(scope),
  ]);
  const letters = lettersOf(collection, families, requireEnv('APP_ORIGIN'));
  const bytes = await print({ ...letters, coop, generatedAt: now });
  const key = `drafts/${scope.department}/${scope.coopId}/letters/${sha256Hex(bytes)}.pdf`;
  await putObject(key, bytes, mediaType);
  const url = await signDownload(key, { fileName: 'Lettres aux familles.pdf', mediaType });
  return accept({ url, letterCount: families.length });
};

const byClass = (one: Family, other: Family): number =>
  one.className.localeCompare(other.className, 'fr', { numeric: true }) ||
  one.pupil.localeCompare(other.pupil, 'fr');

const lettersOf = (
  collection: Collection,
  families: readonly Family[],
  origin: string,
): Omit<Letters, 'coop' | 'generatedAt'> => ({
  title: collection.title,
  purpose: collection.purpose,
  isFree: isFree(collection),
  paysOnline:
    collection.paymentPage !== undefined && payLinkOf(collection.paymentPage) !== undefined,
  dueOn: collection.dueOn,
  startsOn: collection.startsOn,
  endsOn: collection.endsOn,
  letters: families.toSorted(byClass).map((family) => ({
    pupil: family.pupil,
    className: family.className,
    reference: family.reference,
    expectedCents: family.expectedCents,
    instalments: instalmentsOf(collection, family.expectedCents),
    url: `${origin}/f/${family.token}`,
  })),
});
