import { Loading } from '#web/ui/loading.tsx';

/** Being written. */
export const HomePage = (_props: { readonly coopId: string }) => <Loading />;
