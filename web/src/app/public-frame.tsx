import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { Toasts } from '#web/ui/toast.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import css from './shell.module.css';

interface Props {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** What surrounds a page reached by a link, without a session. */
export function PublicFrame({ title, children }: Props) {
  const [path] = useLocation();
  useEffect(() => {
    document.title = `${title} — Tirelire`;
  }, [title]);
  return (
    <div class={css['shell']}>
      <header class={css['header']}>
        <div class={css['bar']}>
          <span class={css['brand']}>
            <img src="/favicon.svg" alt="" width="32" height="32" />
            Tirelire
          </span>
        </div>
      </header>
      <main id="contenu" tabIndex={-1} class={css['main']}>
        <ErrorBoundary place={path}>{children}</ErrorBoundary>
      </main>
      <Toasts />
    </div>
  );
}
