import { Loading } from '#web/ui/loading.tsx';

/** Being written. */
export const BankPage = (_props: { readonly coopId: string }) => <Loading />;
