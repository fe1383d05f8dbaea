import { Loading } from '#web/ui/loading.tsx';

/** Being written. */
export const EntryDetailPage = (_props: { readonly coopId: string; readonly entryId: string }) => (
  <Loading />
);
