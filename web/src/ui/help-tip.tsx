import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import css from './help-tip.module.css';
import { Icon } from './icon.tsx';

interface Props {
  /** The word explained, for readers: «C’est quoi, une régie ?». */
  readonly about: string;
  /** What the button says; «C’est quoi ?» unless told. */
  readonly asked?: string;
  readonly children: ComponentChildren;
}

/** An explanation on demand, in a native popover: Escape and a click elsewhere close it. */
export function HelpTip({ about, asked = 'C’est quoi\u202F?', children }: Props) {
  const id = useId();
  return (
    <>
      <button type="button" class={css['ask']} popovertarget={id}>
        <Icon name="question" size={18} />
        <span>
          {asked}
          <span class="unseen"> {about}</span>
        </span>
      </button>
      <div id={id} popover="auto" class={css['answer']} role="note">
        {children}
      </div>
    </>
  );
}
