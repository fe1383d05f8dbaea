import { useState } from 'preact/hooks';

const prefix = 'tirelire.brouillon';

let owner = 'personne';

/** Whose drafts this page keeps. The session tells; drafts of others are neither read nor erased. */
export const setDraftOwner = (userId: string): void => {
  owner = userId;
};

/**
 * `useState` whose value survives a reload, a lost session or a flat battery: kept on this device,
 * per person and key (put the coop in the key: `saisie:${coopId}`), until `clear()` after success.
 * `restored` says that the value comes from an earlier visit. A draft of another shape is ignored.
 */
export function useAutosave<Value>(key: string, initial: Value) {
  const place = `${prefix}.${owner}.${key}`;
  const [{ value, restored }, setState] = useState(() => startOf(place, initial));

  return {
    value,
    restored,
    setValue: (change: Value | ((value: Value) => Value)) =>
      setState((state) => {
        const next = isChange(change) ? change(state.value) : change;
        write(place, JSON.stringify(next));
        return { ...state, value: next };
      }),
    /** Forgets the draft on this device; the form keeps what it shows. */
    clear: () => write(place, undefined),
    /** Forgets the draft and starts again. */
    restart: () => {
      write(place, undefined);
      setState({ value: initial, restored: false });
    },
  };
}

const isChange = <Value>(
  change: Value | ((value: Value) => Value),
): change is (value: Value) => Value => typeof change === 'function';

function startOf<Value>(place: string, initial: Value): { value: Value; restored: boolean } {
  const stored = read(place);
  return hasShapeOf(stored, initial)
    ? { value: stored, restored: true }
    : { value: initial, restored: false };
}

/** Whether the stored value can stand for the sample: same kinds, all its names, deeply. */
export function hasShapeOf<Value>(stored: unknown, sample: Value): stored is Value {
  if (Array.isArray(sample)) {
    const [first] = sample;
    return (
      Array.isArray(stored) &&
      (first === undefined || stored.every((element) => hasShapeOf(element, first)))
    );
  }
  if (typeof sample !== 'object' || sample === null) return typeof stored === typeof sample;
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return false;
  const held = new Map<string, unknown>(Object.entries(stored));
  return Object.entries(sample).every(
    ([name, value]) => value === undefined || (held.has(name) && hasShapeOf(held.get(name), value)),
  );
}

function read(place: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null');
  } catch {
    return undefined;
  }
}

/** Without storage (private window, full disk) the form simply is not kept. */
function write(place: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(place);
    else localStorage.setItem(place, text);
  } catch {
    // Nothing to do: see above.
  }
}

/** Whether the person has drafts on this device: signing out erases them. */
export function hasDrafts(): boolean {
  try {
    return Object.keys(localStorage).some((name) => name.startsWith(`${prefix}.${owner}.`));
  } catch {
    return false;
  }
}
