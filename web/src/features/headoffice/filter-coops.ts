import { searchable } from '#shared/domain/text.ts';
import type { Coop } from './crf-status.tsx';

/** Which cooperatives the head office wants to see. */
export type CoopFilter = 'all' | 'late' | 'submitted' | 'accepted';

const matches: Readonly<Record<CoopFilter, (coop: Coop) => boolean>> = {
  all: () => true,
  late: ({ late }) => late,
  submitted: ({ crfStatus }) => crfStatus === 'submitted',
  accepted: ({ crfStatus }) => crfStatus === 'accepted',
};

const pressing: Readonly<Record<Coop['crfStatus'], number>> = {
  submitted: 0,
  returned: 1,
  draft: 2,
  none: 3,
  accepted: 4,
};

/** The cooperatives of a filter that answer a search, what waits for the head office first. */
export function filterCoops(
  coops: readonly Coop[],
  filter: CoopFilter,
  search: string,
): readonly Coop[] {
  const words = searchable(search).split(' ').filter(Boolean);
  return coops
    .filter((coop) => {
      const text = searchable(`${coop.name} ${coop.city} ${coop.number}`);
      return matches[filter](coop) && words.every((word) => text.includes(word));
    })
    .toSorted(
      (one, other) =>
        pressing[one.crfStatus] - pressing[other.crfStatus] ||
        one.name.localeCompare(other.name, 'fr'),
    );
}
