import { Loading } from '#web/ui/loading.tsx';

/** Being written. */
export const YearEndPage = (_props: { readonly coopId: string }) => <Loading />;
