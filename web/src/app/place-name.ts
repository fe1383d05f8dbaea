import { useQuery } from '@tanstack/preact-query';
import { homeQuery } from '#web/api/home-query.ts';
import type { Me } from '#web/api/me.ts';
import { coopIdIn } from './navigation.ts';
import { placesOf } from './places.ts';

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
