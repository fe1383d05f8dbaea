import { Loading } from '#web/ui/loading.tsx';

/** Being written. */
export const NationPage = () => <Loading />;
