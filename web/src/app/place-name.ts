import { useQuery } from '@tanstack/preact-query';
import { findHome } from '#web/api/reports.ts';
import { coopIdIn } from './navigation.ts';
import { placesOf, type Me } from './places.ts';

/** The query of a cooperative's home, under the key that the home page uses too. */
export const homeQuery = (coopId: string) => ({
  queryKey: ['home', coopId],
  queryFn: () => findHome({ coopId }),
});

/**
 * The name of the place that the address is in. A head office looks into cooperatives that none of
 * its grants names: the name then comes with the cooperative's home.
 */
export function usePlaceName(me: Me, path: string): string | undefined {
  const granted = placesOf(me).find(({ href }) => path === href || path.startsWith(`${href}/`));
  const coopId = coopIdIn(path);
  const { data } = useQuery({
    ...homeQuery(coopId ?? ''),
    enabled: granted === undefined && coopId !== undefined,
  });
  return granted?.name ?? data?.coop.name;
}
