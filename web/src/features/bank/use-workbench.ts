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

/** Which line somebody is at; the focus goes on to the next line when that one is matched. */
function usePlace(open: readonly OpenLine[]) {
  const frame = useRef<HTMLDivElement>(null);
  const [currentId, setCurrentId] = useState<string>();
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
    if (at >= 0 || currentId === undefined || !isFocusLost(frame.current)) return;
    if (current) focusLine(current.line.id);
    else frame.current?.querySelector<HTMLElement>('[data-settled]')?.focus();
  }, [current?.line.id]);
  const move = (by: number) => {
    const next = open[Math.min(open.length - 1, Math.max(0, index + by))];
    if (!next) return;
    setCurrentId(next.line.id);
    focusLine(next.line.id);
  };
  return { frame, current, setCurrent: setCurrentId, move };
}

/** What is chosen on both sides; without any line, the one somebody is at. */
function useChoice(
  open: readonly OpenLine[],
  waitingEntries: readonly WaitingEntry[],
  current: OpenLine | undefined,
) {
  const [lineIds, setLineIds] = useState(none);
  const [entryIds, setEntryIds] = useState(none);
  const chosen = open.filter(({ line }) => lineIds.has(line.id)).map(({ line }) => line);
  return {
    chosen,
    lines: chosen.length > 0 ? chosen : current ? [current.line] : [],
    entries: waitingEntries.filter(({ id }) => entryIds.has(id)),
    toggleLine: (id: string) => setLineIds(toggled(lineIds, id)),
    toggleEntry: (id: string) => setEntryIds(toggled(entryIds, id)),
    forget: () => {
      setLineIds(none);
      setEntryIds(none);
    },
  };
}

/** The line one is at, what is chosen on both sides, and what keys and buttons do with it. */
export function useWorkbench({ open, waitingEntries, matching, mayWrite, writeHref }: Given) {
  const [, navigate] = useLocation();
  const { frame, current, setCurrent, move } = usePlace(open);
  const choice = useChoice(open, waitingEntries, current);
  const [dialog, setDialog] = useState<'help' | 'explain'>();
  const match = (lines: Suggestion['lines'], entries: Suggestion['entries']) => {
    if (!mayWrite || lines.length === 0 || entries.length === 0) return;
    matching.confirm(
      lines,
      entries.map(({ id }) => id),
    );
    choice.forget();
  };
  const confirm = (suggestion: Suggestion | undefined) => {
    if (suggestion?.balances) match(suggestion.lines, suggestion.entries);
  };
  const group = () => match(choice.lines, choice.entries);
  const split = () =>
    frame.current?.querySelector<HTMLElement>('[data-entries] input[type=checkbox]')?.focus();
  const onLine = ({ line, suggestions }: OpenLine, asked: WorkbenchAct) => {
    if (asked.act === 'confirm') confirm(suggestions[asked.rank]);
    if (asked.act === 'choose') choice.toggleLine(line.id);
    if (asked.act === 'create') navigate(writeHref(line.id));
    if (asked.act === 'explain') setDialog('explain');
    if (asked.act === 'split') split();
  };
  const run = (asked: WorkbenchAct) => {
    if (asked.act === 'move') move(asked.by);
    else if (asked.act === 'help') setDialog('help');
    else if (asked.act === 'forget') choice.forget();
    else if (!mayWrite) return;
    else if (asked.act === 'undo') matching.undoLast();
    else if (asked.act === 'group') group();
    else if (current) onLine(current, asked);
  };
  return {
    ...choice,
    frame,
    current,
    setCurrent,
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
