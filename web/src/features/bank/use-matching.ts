import { useMutation } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import {
  confirmMatch,
  markLine,
  matchAutomatically,
  undoAutomatic,
  undoMatch,
} from '#web/api/bank.ts';
import { sentenceOf } from '#web/api/problem-error.ts';
import { newId } from '#web/ui/new-id.ts';
import { showToast } from '#web/ui/toast.tsx';
import { useRefreshBank } from './queries.ts';
import type { BankLine } from './reconciliation.ts';

/** Lines of the bank and the entries that they are. */
export interface Pairing {
  readonly lineIds: readonly string[];
  readonly entryIds: readonly string[];
}

interface Marking {
  readonly lineId: string;
  readonly mark: 'toExplain' | 'apart' | 'ordinary';
  readonly note?: string;
}

const fail = (error: unknown) => showToast({ message: sentenceOf(error), tone: 'error' });

/** Confirms matches, marks lines, and takes back; each says so, and how to take it back. */
export function useMatching(coopId: string, bankAccountId: string) {
  const refresh = useRefreshBank(coopId);
  /** The matches made here, the last one last: what one key takes back. */
  const [made, setMade] = useState<readonly string[]>([]);
  const undo = useMutation({
    mutationFn: (matchId: string) => undoMatch({ coopId, matchId }),
    onMutate: (matchId) => setMade((before) => before.filter((id) => id !== matchId)),
    onSuccess: () => showToast({ message: 'Rapprochement annulé.' }),
    onError: fail,
    onSettled: refresh,
  });
  const confirm = useMutation({
    mutationFn: ({ matchId, ...pairing }: Pairing & { readonly matchId: string }) =>
      confirmMatch({ coopId, matchId }, { bankAccountId, ...pairing }),
    onSuccess: (_, { matchId, lineIds }) => {
      setMade((before) => [...before, matchId]);
      const message =
        lineIds.length === 1 ? 'Ligne rapprochée.' : `${lineIds.length} lignes rapprochées.`;
      showToast({ message, undo: { run: () => undo.mutate(matchId) } });
    },
    onError: fail,
    onSettled: refresh,
  });
  const automatic = useAutomaticMatching(coopId, bankAccountId);
  const mark = useMutation({
    mutationFn: ({ lineId, ...body }: Marking) => markLine({ coopId, bankAccountId, lineId }, body),
    onSuccess: (_, { mark: said }) => showToast({ message: markWords[said] }),
    onError: fail,
    onSettled: refresh,
  });
  return {
    confirm: (lines: readonly BankLine[], entryIds: readonly string[]) =>
      confirm.mutate({ matchId: newId(), lineIds: lines.map(({ id }) => id), entryIds }),
    undo: (matchId: string) => undo.mutate(matchId),
    /** Takes back the last match made here, if there is one. */
    undoLast: () => {
      const last = made.at(-1);
      if (last !== undefined) undo.mutate(last);
    },
    ...automatic,
    mark: (marking: Marking) => mark.mutate(marking),
    /** The lines on their way to a match. */
    busyLineIds: new Set(confirm.isPending ? confirm.variables.lineIds : []),
    undoing: undo.isPending ? undo.variables : undefined,
  };
}

/** Confirms at once all that is sure, and takes it back at once. */
function useAutomaticMatching(coopId: string, bankAccountId: string) {
  const refresh = useRefreshBank(coopId);
  const undoAll = useMutation({
    mutationFn: (batchId: string) => undoAutomatic({ coopId, bankAccountId, batchId }),
    onSuccess: ({ undoneCount }) =>
      showToast({ message: `Rapprochements automatiques annulés\u00A0: ${undoneCount}.` }),
    onError: fail,
    onSettled: refresh,
  });
  const matchAll = useMutation({
    mutationFn: (batchId: string) => matchAutomatically({ coopId, bankAccountId, batchId }),
    onSuccess: ({ matches }, batchId) =>
      showToast({
        message: automaticWords(matches.length),
        ...(matches.length > 0 && {
          undo: { label: 'Tout annuler', run: () => undoAll.mutate(batchId) },
        }),
      }),
    onError: fail,
    onSettled: refresh,
  });
  return {
    matchAll: () => matchAll.mutate(newId()),
    undoAll: (batchId: string) => undoAll.mutate(batchId),
    isMatchingAll: matchAll.isPending,
    isUndoingAll: undoAll.isPending,
  };
}

export type Matching = ReturnType<typeof useMatching>;

/** What was matched without a look, in words. */
const automaticWords = (count: number): string => {
  if (count === 0) return 'Rien n’est assez sûr pour être rapproché sans vous.';
  return count === 1
    ? '1 rapprochement sûr a été fait pour vous.'
    : `${count} rapprochements sûrs ont été faits pour vous.`;
};

const markWords: Readonly<Record<Marking['mark'], string>> = {
  toExplain: 'Ligne notée «\u00A0à expliquer\u00A0».',
  apart: 'Ligne mise de côté.',
  ordinary: 'Ligne remise avec les autres.',
};
