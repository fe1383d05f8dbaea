import { findHome } from './reports.ts';

/** The cooperative at a glance; the shell, for its name, and the home page ask for it once. */
export const homeQuery = (coopId: string) => ({
  queryKey: ['home', coopId],
  queryFn: () => findHome({ coopId }),
});
