import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Link } from 'wouter-preact';
import css from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Face {
  /** `primary` once a page; `quiet` for what is beside the matter. Secondary unless told. */
  readonly look?: ButtonLook;
  readonly icon?: IconName;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

interface ButtonProps extends Face {
  readonly type?: 'button' | 'submit';
  readonly onClick?: (event: MouseEvent) => void;
  /** Something is on its way: further clicks do nothing, and readers are told. */
  readonly busy?: boolean;
  /** Why it cannot be used now, in a sentence shown under it. It stays reachable. */
  readonly disabledReason?: string | undefined;
  /** What readers say when the words shown are not enough: « Retirer Léa M. ». */
  readonly label?: string;
  /** The id of a popover it opens. */
  readonly popoverTarget?: string;
}

const faceOf = ({ look = 'secondary', wide }: Pick<Face, 'look' | 'wide'>) =>
  classNames(css['button'], css[look], wide === true && css['wide']);

/** A button. Never greyed out without saying why. */
export function Button(props: ButtonProps) {
  const { type = 'button', onClick, busy = false, disabledReason, label, icon, children } = props;
  const reasonId = useId();
  const blocked = disabledReason !== undefined;
  const click = (event: MouseEvent) => {
    if (busy || blocked) event.preventDefault();
    else onClick?.(event);
  };
  const button = (
    <button
      type={type}
      class={faceOf(props)}
      onClick={click}
      aria-label={label}
      aria-busy={busy}
      aria-disabled={busy || blocked}
      aria-describedby={blocked ? reasonId : undefined}
      {...(props.popoverTarget !== undefined && { popovertarget: props.popoverTarget })}
    >
      {busy ? <span class={css['spinner']} /> : icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
  if (!blocked) return button;
  return (
    <span class={css['blocked']}>
      {button}
      <span id={reasonId} class={css['reason']}>
        {disabledReason}
      </span>
    </span>
  );
}

interface LinkButtonProps extends Face {
  /** A page of the portal, or a whole address with `outside`. */
  readonly href: string;
  /** Leaves the portal's pages: a file, a signed link, an API route. */
  readonly outside?: boolean;
  readonly newTab?: boolean;
  readonly label?: string;
}

/** Goes somewhere, and looks like a button. */
export function LinkButton(props: LinkButtonProps) {
  const { href, outside, newTab, label, icon, children } = props;
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      <span>
        {children}
        {newTab && <span class="unseen"> (nouvel onglet)</span>}
      </span>
    </>
  );
  if (outside !== true && newTab !== true)
    return (
      <Link href={href} class={faceOf(props)} aria-label={label}>
        {inside}
      </Link>
    );
  return (
    <a
      href={href}
      class={faceOf(props)}
      aria-label={label}
      {...(newTab && { target: '_blank', rel: 'noreferrer' })}
    >
      {inside}
    </a>
  );
}
