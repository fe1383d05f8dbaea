import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import { Icon } from './icon.tsx';
import css from './layout.module.css';

interface PageHeaderProps {
  readonly title: string;
  /** One sentence under the title. */
  readonly intro?: ComponentChildren;
  /** Where this page comes from. */
  readonly back?: { readonly href: string; readonly label: string };
  /** The one primary action, and perhaps a secondary one. */
  readonly actions?: ComponentChildren;
}

/** The head of a page: where it comes from, its title (the only `h1`), what can be done. */
export const PageHeader = ({ title, intro, back, actions }: PageHeaderProps) => (
  <header class={css['header']}>
    <div class={css['titles']}>
      {back && (
        <Link href={back.href} class={css['back']}>
          <Icon name="back" />
          {back.label}
        </Link>
      )}
      <h1>{title}</h1>
      {intro && <p class={css['intro']}>{intro}</p>}
    </div>
    {actions && <div class={css['actions']}>{actions}</div>}
  </header>
);

interface Box {
  readonly children: ComponentChildren;
}

/** Matters one under the other, with the space between sheets. */
export const Stack = ({ children }: Box) => <div class={css['stack']}>{children}</div>;

/** Things beside each other that wrap: buttons, tags. */
export const Row = ({ children }: Box) => <div class={css['row']}>{children}</div>;

/** Sheets beside each other where there is room, at least 280 px each. */
export const Columns = ({ children }: Box) => <div class={css['columns']}>{children}</div>;

/** The fields of a form one under the other, no wider than reads well. */
export const FormStack = ({ children }: Box) => <div class={css['form']}>{children}</div>;

/** Fields beside each other where there is room. */
export const FieldRow = ({ children }: Box) => <div class={css['fields']}>{children}</div>;

/** Names and their values: «Date : 31/08/2026». */
export const Facts = ({
  facts,
}: {
  readonly facts: readonly (readonly [name: string, value: ComponentChildren])[];
}) => (
  <dl class={css['facts']}>
    {facts.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
