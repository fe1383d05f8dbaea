import type { ComponentChildren } from 'preact';
import { sentenceOf, ProblemError } from '#web/api/problem-error.ts';
import { Button } from './button.tsx';
import css from './notice.module.css';
import { Icon, type IconName } from './icon.tsx';

type NoticeTone = 'info' | 'success' | 'warning' | 'error';

const signs: Readonly<Record<NoticeTone, IconName>> = {
  info: 'info',
  success: 'check',
  warning: 'warning',
  error: 'warning',
};

interface Props {
  readonly tone?: NoticeTone;
  readonly title?: string;
  readonly children?: ComponentChildren;
  /** Buttons or links under the text. */
  readonly actions?: ComponentChildren;
}

/** Something to know here. Errors interrupt readers, the rest waits its turn. */
export const Notice = ({ tone = 'info', title, children, actions }: Props) => (
  <div class={`${css['notice']} ${css[tone]}`} role={tone === 'error' ? 'alert' : 'status'}>
    <Icon name={signs[tone]} size={24} />
    <div class={css['text']}>
      {title && <p class={css['title']}>{title}</p>}
      {children && <div>{children}</div>}
      {actions && <div class={css['actions']}>{actions}</div>}
    </div>
  </div>
);

/** Why something could not be read or done, with the way to try again. */
export const ProblemNotice = ({
  problem,
  onRetry,
}: {
  readonly problem: unknown;
  readonly onRetry?: () => void;
}) => (
  <Notice
    tone="error"
    title={sentenceOf(problem)}
    actions={
      onRetry && (
        <Button icon="retry" onClick={onRetry}>
          Réessayer
        </Button>
      )
    }
  >
    {problem instanceof ProblemError && problem.status >= 500 && problem.requestId && (
      <p>
        Code à donner au siège{'\u00A0'}: {problem.requestId}
      </p>
    )}
  </Notice>
);
