import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type {
  findCollectionEndpoint,
  listCollectionsEndpoint,
} from '#shared/contract/collections/collection.ts';
import { findCollection, listCollections } from '#web/api/collections.ts';
import { findChart, listProjects } from '#web/api/ledger.ts';

export type Collection = AnswerOf<typeof listCollectionsEndpoint>['collections'][number];
export type Whole = AnswerOf<typeof findCollectionEndpoint>;
export type Family = Whole['families'][number];
export type Payment = Whole['payments'][number];

export const collectionsQuery = (coopId: string) => ({
  queryKey: ['collections', coopId],
  queryFn: () => listCollections({ coopId }),
});

/** A collecte with its families; read again often while the page is open: payments arrive. */
export const collectionQuery = (coopId: string, collectionId: string) => ({
  queryKey: ['collection', coopId, collectionId],
  queryFn: () => findCollection({ coopId, collectionId }),
  refetchInterval: 5_000,
});

/** What a collecte may be for: the income accounts, and the projects. */
export const purposesQuery = (coopId: string) => ({
  queryKey: ['purposes', coopId],
  queryFn: async () => {
    const [chart, { projects }] = await Promise.all([
      findChart({ coopId }),
      listProjects({ coopId }),
    ]);
    return { accounts: chart.accounts.filter(({ kind }) => kind === 'income'), projects };
  },
});
