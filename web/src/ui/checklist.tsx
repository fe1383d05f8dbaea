import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import { classNames } from './class-names.ts';
import css from './checklist.module.css';
import { Icon } from './icon.tsx';

/** A thing to do, or done. */
export interface Step {
  readonly key: string;
  readonly label: ComponentChildren;
  readonly note?: ComponentChildren;
  readonly state: 'todo' | 'current' | 'done' | 'blocked';
  /** Where it is done: another page, or `#place` in this one. */
  readonly href?: string;
}

const words: Readonly<Record<Step['state'], string>> = {
  todo: 'À faire',
  current: 'En cours',
  done: 'Fait',
  blocked: 'Bloqué',
};

interface Props {
  /** What the steps lead to, for readers. */
  readonly label: string;
  readonly steps: readonly Step[];
  /** Numbers the steps: their order matters. */
  readonly ordered?: boolean;
}

/** What is to be done, each with its state in a sign and a word, and where to do it. */
export function Checklist({ label, steps, ordered = false }: Props) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List class={css['list']} aria-label={label}>
      {steps.map((step, index) => (
        <li key={step.key} class={css['step']}>
          <Sign state={step.state} number={ordered ? index + 1 : undefined} />
          <div class={css['text']}>
            <StepLabel {...step} />
            {step.note && <span class={css['note']}>{step.note}</span>}
          </div>
        </li>
      ))}
    </List>
  );
}

const StepLabel = ({ label, href }: Step) => {
  if (href === undefined) return <span class={css['label']}>{label}</span>;
  const content = (
    <>
      <span>{label}</span>
      <Icon name={href.startsWith('#') ? 'down' : 'next'} />
    </>
  );
  return href.startsWith('#') ? (
    <a href={href} class={css['link']}>
      {content}
    </a>
  ) : (
    <Link href={href} class={css['link']}>
      {content}
    </Link>
  );
};

const Sign = ({ state, number }: { state: Step['state']; number: number | undefined }) => (
  <span class={classNames(css['sign'], css[state])}>
    <span class="unseen">
      {words[state]}
      {'\u00A0'}:{' '}
    </span>
    <span aria-hidden="true" class={css['mark']}>
      {state === 'done' ? (
        <Icon name="check" size={18} />
      ) : state === 'blocked' ? (
        <Icon name="cross" size={18} />
      ) : (
        number
      )}
    </span>
  </span>
);
