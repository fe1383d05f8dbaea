import { Loading } from '#web/ui/loading.tsx';

/** Being written. */
export const JournalPage = (_props: { readonly coopId: string }) => <Loading />;
