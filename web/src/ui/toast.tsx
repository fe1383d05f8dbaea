import { useEffect, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import css from './toast.module.css';
import { Icon } from './icon.tsx';

/** What just happened, and the way back. */
export interface Toast {
  readonly message: string;
  readonly tone?: 'success' | 'error';
  readonly undo?: { readonly label?: string; readonly run: () => void };
}

type Shown = Toast & { readonly key: number };

/** Long enough to read and to reach the undo with a keyboard. */
const shownForMs = 12_000;

let shown: readonly Shown[] = [];
let nextKey = 1;
const watchers = new Set<(toasts: readonly Shown[]) => void>();

function publish(toasts: readonly Shown[]): void {
  shown = toasts;
  for (const watcher of watchers) watcher(shown);
}

const hide = (key: number): void => publish(shown.filter((toast) => toast.key !== key));

/** Tells what just happened, from anywhere: `showToast({ message, undo: { run } })`. */
export const showToast = (toast: Toast): void =>
  publish([...shown.slice(-2), { ...toast, key: nextKey++ }]);

/** Where the messages appear; once in the page, by the shell. */
export function Toasts() {
  const [toasts, setToasts] = useState(shown);
  useEffect(() => {
    watchers.add(setToasts);
    return () => void watchers.delete(setToasts);
  }, []);
  return (
    <div class={css['toasts']} role="status" aria-live="polite">
      {toasts.map(({ key, ...toast }) => (
        <ToastBox key={key} {...toast} onHide={() => hide(key)} />
      ))}
    </div>
  );
}

function ToastBox({ message, tone = 'success', undo, onHide }: Toast & { onHide: () => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onHide, shownForMs);
    return () => clearTimeout(timer);
  }, [held]);
  return (
    <div
      class={css['toast']}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocusCapture={() => setHeld(true)}
      onBlurCapture={() => setHeld(false)}
    >
      <Icon name={tone === 'success' ? 'check' : 'warning'} />
      <span>{message}</span>
      {undo && (
        <span class={css['undo']}>
          <Button
            icon="undo"
            onClick={() => {
              undo.run();
              onHide();
            }}
          >
            {undo.label ?? 'Annuler'}
          </Button>
        </span>
      )}
      <button type="button" class={css['close']} aria-label="Fermer ce message" onClick={onHide}>
        <Icon name="cross" />
      </button>
    </div>
  );
}
