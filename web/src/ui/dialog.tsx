import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import css from './dialog.module.css';
import { Icon } from './icon.tsx';

interface Props {
  readonly open: boolean;
  readonly title: string;
  /** Escape, the cross or the backdrop. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** The buttons, the main one first. */
  readonly actions?: ComponentChildren;
}

/** A question apart from the page: a native modal dialog, the focus comes back where it was. */
export function Dialog({ open, title, onClose, children, actions }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!open || !element) return;
    const before = document.activeElement;
    element.showModal();
    return () => {
      element.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={dialog}
      class={css['dialog']}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div class={css['sheet']}>
        <header class={css['head']}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" class={css['close']} aria-label="Fermer" onClick={onClose}>
            <Icon name="cross" />
          </button>
        </header>
        {children}
        {actions && <footer class={css['actions']}>{actions}</footer>}
      </div>
    </dialog>
  );
}
