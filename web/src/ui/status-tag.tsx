import type { ComponentChildren } from 'preact';
import css from './status-tag.module.css';
import { Icon, type IconName } from './icon.tsx';

export type StatusTone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

const signs: Readonly<Record<StatusTone, IconName | undefined>> = {
  neutral: undefined,
  info: 'info',
  success: 'check',
  warning: 'warning',
  danger: 'cross',
};

interface Props {
  readonly tone?: StatusTone;
  readonly children: ComponentChildren;
}

/** A state in a word, with a sign; the colour only repeats it. */
export function StatusTag({ tone = 'neutral', children }: Props) {
  const sign = signs[tone];
  return (
    <span class={`${css['tag']} ${css[tone]}`}>
      {sign && <Icon name={sign} size={16} />}
      {children}
    </span>
  );
}
