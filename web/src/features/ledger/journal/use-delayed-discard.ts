import { useEffect, useRef, useState } from 'preact/hooks';
import { sentenceOf } from '#web/api/problem-error.ts';
import { showToast } from '#web/ui/toast.tsx';
import type { LedgerEntry } from '../ledger-entry.ts';

/** Long enough to change one's mind: as long as the message with its undo is shown. */
const undoMs = 10_000;

/**
 * Discards drafts after a moment in which it can be undone. Leaving the page does not wait: what
 * was asked is done at once.
 */
export function useDelayedDiscard(
  discardNow: (entryId: string) => Promise<unknown>,
  onDone: () => Promise<void>,
) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Map<string, ReturnType<typeof setTimeout>>());

  const show = (id: string) => {
    clearTimeout(waiting.current.get(id));
    waiting.current.delete(id);
    setHidden((known) => new Set([...known].filter((other) => other !== id)));
  };
  const finish = (id: string) => {
    waiting.current.delete(id);
    discardNow(id).then(onDone, (problem: unknown) => {
      show(id);
      showToast({ message: sentenceOf(problem), tone: 'error' });
    });
  };
  useEffect(
    () => () => {
      for (const [id, timer] of waiting.current) {
        clearTimeout(timer);
        void discardNow(id).then(onDone, () => undefined);
      }
    },
    [],
  );

  const discard = ({ id, label }: LedgerEntry) => {
    setHidden((known) => new Set([...known, id]));
    waiting.current.set(
      id,
      setTimeout(() => finish(id), undoMs),
    );
    showToast({ message: `Brouillon supprimé\u00A0: ${label}`, undo: { run: () => show(id) } });
  };
  return { hidden, discard };
}
