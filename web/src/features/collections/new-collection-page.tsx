import { Loading } from '#web/ui/loading.tsx';

/** Being written. */
export const NewCollectionPage = (_props: { readonly coopId: string }) => <Loading />;
