import { Loading } from '#web/ui/loading.tsx';

/** Being written. */
export const CollectionPage = (_props: { readonly coopId: string; readonly collectionId: string }) => <Loading />;
