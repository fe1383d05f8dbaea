import { useMutation } from '@tanstack/preact-query';
import { confirmMatch, undoMatch } from '#web/api/bank.ts';
import { sentenceOf } from '#web/api/problem-error.ts';
import { newId } from '#web/ui/new-id.ts';
import { showToast } from '#web/ui/toast.tsx';
import { useRefreshBank } from './queries.ts';

/** A line of the bank and the entry it is. */
export interface Pairing {
  readonly lineId: string;
  readonly entryId: string;
}

/** A pairing under the id that its retries keep. */
type Asked = Pairing & { readonly matchId: string };

/** Confirms matches and undoes them; each confirmation says so, and how to take it back. */
export function useMatching(coopId: string, bankAccountId: string) {
  const refresh = useRefreshBank(coopId);
  const fail = (error: unknown) => showToast({ message: sentenceOf(error), tone: 'error' });
  const undo = useMutation({
    mutationFn: async (matchIds: readonly string[]) => {
      for (const matchId of matchIds) await undoMatch({ coopId, matchId });
    },
    onSuccess: (_, matchIds) =>
      showToast({
        message:
          matchIds.length === 1
            ? 'Rapprochement annulé.'
            : `${matchIds.length} rapprochements annulés.`,
      }),
    onError: fail,
    onSettled: refresh,
  });
  const confirm = useMutation({
    // One after the other: each changes what the next may be.
    mutationFn: async (asked: readonly Asked[]) => {
      for (const { matchId, lineId, entryId } of asked)
        await confirmMatch({ coopId, matchId }, { bankAccountId, lineId, entryId });
    },
    onSuccess: (_, asked) => {
      const matchIds = asked.map(({ matchId }) => matchId);
      const message =
        matchIds.length === 1 ? 'Ligne rapprochée.' : `${matchIds.length} lignes rapprochées.`;
      showToast({ message, undo: { run: () => undo.mutate(matchIds) } });
    },
    onError: fail,
    onSettled: refresh,
  });
  return {
    confirm: (pairings: readonly Pairing[]) =>
      confirm.mutate(pairings.map((pairing) => ({ ...pairing, matchId: newId() }))),
    undo: (matchId: string) => undo.mutate([matchId]),
    busyLineIds: new Set(confirm.isPending ? confirm.variables.map(({ lineId }) => lineId) : []),
    undoing: new Set(undo.isPending ? undo.variables : []),
  };
}

export type Matching = ReturnType<typeof useMatching>;
