import type { ComponentChildren } from 'preact';
import css from './stat-tile.module.css';

interface Props {
  readonly label: string;
  /** The number itself, usually a `Money`. */
  readonly value: ComponentChildren;
  /** A word under it: where it comes from, what it means. */
  readonly note?: ComponentChildren;
}

/** One number that answers a question. Put several in `Stats`. */
export const StatTile = ({ label, value, note }: Props) => (
  <div class={css['tile']}>
    <dt>{label}</dt>
    <dd class={css['value']}>{value}</dd>
    {note && <dd class={css['note']}>{note}</dd>}
  </div>
);

/** Tiles beside each other. */
export const Stats = ({ children }: { readonly children: ComponentChildren }) => (
  <dl class={css['stats']}>{children}</dl>
);
