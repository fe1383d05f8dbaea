import { Loading } from '#web/ui/loading.tsx';

/** Being written. */
export const CoopsPage = (_props: { readonly department: string }) => <Loading />;
