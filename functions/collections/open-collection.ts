import type { openCollectionEndpoint } from '#shared/contract/collections/collection.ts';
import {
  checkCollection,
  collectionFacts,
  type Collection,
  type Family,
} from '#shared/domain/collections/collection.ts';
import { pupilName } from '#shared/domain/collections/pupil.ts';
import { familyReference } from '#shared/domain/collections/reference.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { sha256Hex } from '#functions/platform/posting.ts';
import type { Call, UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import {
  addFamily,
  beginCollection,
  findCollection,
  findReferences,
  listFamilies,
  showCollection,
} from '#functions/stores/collections.ts';
import { listProjects } from '#functions/stores/coops.ts';
import { listPayments } from '#functions/stores/family-payments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import { collectionView, familyViews } from './views.ts';

type OpenCall = Call<typeof openCollectionEndpoint>;

/** Each family is two items: 40 of them stay under the hundred actions of a transaction. */
const familiesPerCommit = 40;
const referenceAttemptsMax = 8;

/**
 * Opens a collecte with its families. Up to 400 families are more than one transaction: the
 * collecte is shown last, and the same request sent again finishes what was cut short.
 */
export const openCollection: UseCase<typeof openCollectionEndpoint> = async (call) => {
  const { scope, params, body } = call;
  const contentSha256 = sha256Hex(collectionFacts(body));
  const known = await findCollection(scope, params.collectionId);
  if (known && known.contentSha256 !== contentSha256) return reject('collection_id_reused');
  if (!known) {
    const projects = await listProjects(scope);
    const checked = checkCollection(
      body,
      chart2024,
      projects.map(({ id }) => id),
    );
    if (!checked.ok) return checked;
  }
  const collection = known ?? newCollection(call, contentSha256);
  if (!known) await commit([beginCollection(scope, collection)]);
  if (collection.status === 'opening') await finish(call);
  const [families, payments] = await Promise.all([
    listFamilies(scope, collection.id),
    listPayments(scope, collection.id),
  ]);
  return accept({
    collection: collectionView(collection, families, payments),
    families: familyViews(families, payments),
  });
};

const newCollection = ({ params, body, now }: OpenCall, contentSha256: string): Collection => {
  const { families, ...content } = body;
  return {
    id: params.collectionId,
    ...content,
    status: 'opening',
    createdAt: now,
    familyCount: families.length,
    contentSha256,
  };
};

/** Writes the families that are missing, then shows the collecte. */
async function finish({ actor, scope, params, body, now, requestId }: OpenCall): Promise<void> {
  const { collectionId } = params;
  const written = new Set((await listFamilies(scope, collectionId)).map(({ id }) => id));
  const missing = body.families
    .filter(({ id }) => !written.has(id))
    .map((family) => ({
      id: family.id,
      collectionId,
      pupil: pupilName(family.pupil),
      className: family.className,
      expectedCents: family.expectedCents ?? body.expectedCents,
    }));
  const families = await withReferences(scope, missing);
  for (let start = 0; start < families.length; start += familiesPerCommit)
    await commit(
      families
        .slice(start, start + familiesPerCommit)
        .flatMap((family) => addFamily(scope, family)),
    );
  await commit([
    showCollection(scope, collectionId),
    recordAct(scope, {
      act: 'open-collection',
      target: collectionId,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
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
