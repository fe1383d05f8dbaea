import type { openCollectionEndpoint } from '#shared/contract/collections/collection.ts';
import {
  checkCollection,
  collectionFacts,
  type Collection,
} from '#shared/domain/collections/collection.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import type { Call, UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import {
  beginCollection,
  findCollection,
  listFamilies,
  showCollection,
} from '#functions/stores/collections.ts';
import { listProjects } from '#functions/stores/coops.ts';
import { commit } from '#functions/stores/table.ts';
import { wholeOf } from './list-collections.ts';
import { newShareToken, writeFamilies } from './write-families.ts';

type OpenCall = Call<typeof openCollectionEndpoint>;

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
  if (collection.status === 'opening') await finish(call, collection);
  const { collection: shown, families } = await wholeOf(scope, collection);
  return accept({ collection: shown, families });
};

const newCollection = ({ params, body, now }: OpenCall, contentSha256: string): Collection => {
  const { families, ...content } = body;
  return {
    id: params.collectionId,
    ...content,
    shareToken: newShareToken(),
    seatsTaken: 0,
    status: 'opening',
    createdAt: now,
    familyCount: families.length,
    contentSha256,
  };
};

/** Writes the families that are missing, then shows the collecte. */
async function finish(
  { actor, scope, body, now, requestId }: OpenCall,
  collection: Collection,
): Promise<void> {
  const written = new Set((await listFamilies(scope, collection.id)).map(({ id }) => id));
  const missing = body.families.filter(({ id }) => !written.has(id));
  await writeFamilies(scope, collection, missing);
  await commit([
    ...showCollection(scope, collection),
    recordAct(scope, {
      act: 'open-collection',
      target: collection.id,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
}
