import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import type { OpenLine, Suggestion, WaitingEntry } from './reconciliation.ts';
import type { Matching } from './use-matching.ts';
import { actOf, type WorkbenchAct } from './workbench-keys.ts';

interface Given {
  readonly open: readonly OpenLine[];
  readonly waitingEntries: readonly WaitingEntry[];
  readonly matching: Matching;
  readonly mayWrite: boolean;
  readonly writeHref: (lineId: string) => string;
}

const toggled = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  ids.has(id) ? new Set([...ids].filter((one) => one !== id)) : new Set([...ids, id]);

const none: ReadonlySet<string> = new Set();

/** The line one is at, what is chosen on both sides, and what keys and buttons do with it. */
export function useWorkbench({ open, waitingEntries, matching, mayWrite, writeHref }: Given) {
  const [, navigate] = useLocation();
  const frame = useRef<HTMLDivElement>(null);
  const [currentId, setCurrentId] = useState<string>();
  const [lineIds, setLineIds] = useState(none);
  const [entryIds, setEntryIds] = useState(none);
  const [dialog, setDialog] = useState<'help' | 'explain'>();
  const place = useRef(0);
  const at = open.findIndex(({ line }) => line.id === currentId);
  // A line that is gone leaves its place to the next one.
  const index = at >= 0 ? at : Math.min(place.current, open.length - 1);
  const current = open[index];
  useEffect(() => {
    place.current = Math.max(0, index);
  }, [index]);
  const focusLine = (id: string) =>
    frame.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"]`)?.focus();
  useEffect(() => {
    // The line that had the focus went away with its match: go on with the next.
    if (at < 0 && currentId !== undefined && current && isFocusLost(frame.current))
      focusLine(current.line.id);
  }, [current?.line.id]);
  const chosen = open.filter(({ line }) => lineIds.has(line.id)).map(({ line }) => line);
  const lines = chosen.length > 0 ? chosen : current ? [current.line] : [];
  const entries = waitingEntries.filter(({ id }) => entryIds.has(id));
  const forget = () => {
    setLineIds(none);
    setEntryIds(none);
  };
  const confirm = (suggestion: Suggestion | undefined) => {
    if (!mayWrite || !suggestion?.balances) return;
    matching.confirm(
      suggestion.lines,
      suggestion.entries.map(({ id }) => id),
    );
    forget();
  };
  const group = () => {
    if (!mayWrite || lines.length === 0 || entries.length === 0) return;
    matching.confirm(
      lines,
      entries.map(({ id }) => id),
    );
    forget();
  };
  const move = (by: number) => {
    const next = open[Math.min(open.length - 1, Math.max(0, index + by))];
    if (next) {
      setCurrentId(next.line.id);
      focusLine(next.line.id);
    }
  };
  const run = (asked: WorkbenchAct) => {
    if (asked.act === 'move') return move(asked.by);
    if (asked.act === 'help') return setDialog('help');
    if (asked.act === 'forget') return forget();
    if (!mayWrite) return undefined;
    if (asked.act === 'undo') return void matching.undoLast();
    if (asked.act === 'group') return group();
    if (!current) return undefined;
    if (asked.act === 'confirm') return confirm(current.suggestions[asked.rank]);
    if (asked.act === 'choose') return setLineIds(toggled(lineIds, current.line.id));
    if (asked.act === 'create') return navigate(writeHref(current.line.id));
    if (asked.act === 'explain') return setDialog('explain');
    return frame.current
      ?.querySelector<HTMLElement>('[data-entries] input[type=checkbox]')
      ?.focus();
  };
  return {
    frame,
    current,
    setCurrent: setCurrentId,
    chosen,
    lines,
    entries,
    toggleLine: (id: string) => setLineIds(toggled(lineIds, id)),
    toggleEntry: (id: string) => setEntryIds(toggled(entryIds, id)),
    forget,
    confirm,
    group,
    run,
    dialog,
    closeDialog: () => setDialog(undefined),
    onKeyDown: (event: KeyboardEvent) => {
      const asked = actOf(event);
      if (!asked) return;
      event.preventDefault();
      run(asked);
    },
  };
}

export type Workbench = ReturnType<typeof useWorkbench>;

const isFocusLost = (frame: HTMLElement | null): boolean =>
  document.activeElement === document.body || frame?.contains(document.activeElement) === true;
