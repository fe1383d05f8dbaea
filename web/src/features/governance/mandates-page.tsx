import { Loading } from '#web/ui/loading.tsx';

/** Being written. */
export const MandatesPage = (_props: { readonly coopId: string }) => <Loading />;
