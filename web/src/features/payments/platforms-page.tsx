import { Loading } from '#web/ui/loading.tsx';

/** Being written. */
export const PlatformsPage = (_props: { readonly coopId: string }) => <Loading />;
