import type { ComponentChildren } from 'preact';
import { FormStack } from '#web/ui/layout.tsx';
import css from './collections.module.css';

/** A step of a long form: a title of its own, so that a reader may jump to it. */
export const Step = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) => (
  <section class={css['step']} aria-label={title}>
    <h2 class={css['stepTitle']}>{title}</h2>
    <FormStack>{children}</FormStack>
  </section>
);
