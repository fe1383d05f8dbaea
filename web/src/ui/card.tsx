import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import css from './card.module.css';

interface Props {
  readonly title?: string;
  /** Where a link of the page leads. */
  readonly anchor?: string;
  /** `h2` unless told. */
  readonly level?: 2 | 3;
  /** At the end of the title's line: a link, a tag. */
  readonly aside?: ComponentChildren;
  /** One of several in a list, which may bear the same name: not a landmark of the page. */
  readonly isItem?: boolean;
  readonly children: ComponentChildren;
}

/** A sheet of paper: one matter, with its title. */
export function Card({ title, anchor, level = 2, aside, isItem = false, children }: Props) {
  const id = useId();
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <section
      id={anchor}
      class={css['card']}
      aria-labelledby={title === undefined || isItem ? undefined : id}
    >
      {(title !== undefined || aside) && (
        <header class={css['head']}>
          {title !== undefined && <Title id={id}>{title}</Title>}
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}
