import { Loading } from '#web/ui/loading.tsx';

/** Being written. */
export const EntryPage = (_props: { readonly coopId: string }) => <Loading />;
