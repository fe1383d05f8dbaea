import type { ComponentChildren } from 'preact';
import css from './empty-state.module.css';
import { Icon, type IconName } from './icon.tsx';

interface Props {
  readonly icon?: IconName;
  /** What is not there yet: «Aucune collecte». */
  readonly title: string;
  /** What it is for, and how it starts. */
  readonly children?: ComponentChildren;
  /** The next step, as a button or a link. */
  readonly action?: ComponentChildren;
}

/** Nothing here yet, and the next step. */
export const EmptyState = ({ icon = 'journal', title, children, action }: Props) => (
  <div class={css['empty']}>
    <span class={css['sign']}>
      <Icon name={icon} size={32} />
    </span>
    <p class={css['title']}>{title}</p>
    {children && <div class={css['text']}>{children}</div>}
    {action}
  </div>
);
