import type { listUnsettledEndpoint } from '#shared/contract/payments/inbox.ts';
import { accept } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { listSummaries } from '#functions/stores/summaries.ts';
import { listUnsettled, type UnsettledEvent } from '#functions/stores/unsettled-events.ts';

/** What waits in the cooperatives of an association: how many, in which state and why. */
export const listUnsettledEvents: UseCase<typeof listUnsettledEndpoint> = async ({ scope }) => {
  const [unsettled, coops] = await Promise.all([listUnsettled(scope), listSummaries(scope)]);
  const names = new Map(coops.map(({ coopId, name }) => [coopId, name]));
  const byCoop = Map.groupBy(unsettled, ({ coopId }) => coopId);
  return accept({
    coops: [...byCoop].map(([coopId, events]) => ({
      coopId,
      name: names.get(coopId) ?? coopId,
      states: statesOf(events),
    })),
  });
};

function statesOf(events: readonly UnsettledEvent[]) {
  const alike = Map.groupBy(events, ({ status, reason }) => `${status} ${reason ?? ''}`);
  return [...alike.values()]
    .map((same) => {
      const [first] = same;
      return { status: first?.status ?? 'held', reason: first?.reason ?? '', count: same.length };
    })
    .toSorted((one, other) => other.count - one.count);
}
