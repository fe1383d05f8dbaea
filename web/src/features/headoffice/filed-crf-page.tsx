import { Loading } from '#web/ui/loading.tsx';

/** Being written. */
export const FiledCrfPage = (_props: { readonly department: string; readonly yearId: string; readonly coopId: string }) => <Loading />;
