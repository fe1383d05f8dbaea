import { Loading } from '#web/ui/loading.tsx';

/** Being written. */
export const CollectionsPage = (_props: { readonly coopId: string }) => <Loading />;
