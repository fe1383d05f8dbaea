import { Loading } from '#web/ui/loading.tsx';

/** Being written. */
export const QuitusPage = (_props: { readonly token: string }) => <Loading />;
