import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import css from './tabs.module.css';

interface TabsProps<Id extends string> {
  /** What the tabs divide, for readers. */
  readonly label: string;
  readonly tabs: readonly { readonly id: Id; readonly label: string; readonly count?: number }[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  /** The content of the chosen tab. */
  readonly children: ComponentChildren;
}

/** Parts of one page, one shown at a time; arrows go from tab to tab. */
export function Tabs<Id extends string>({ label, tabs, value, onChange, children }: TabsProps<Id>) {
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const index = tabs.findIndex((tab) => tab.id === value);
    const next = tabs[(index + step + tabs.length) % tabs.length];
    if (!next) return;
    onChange(next.id);
    document.getElementById(`onglet-${next.id}`)?.focus();
  };
  return (
    <div class={css['tabs']}>
      <div role="tablist" aria-label={label} class={css['list']} onKeyDown={press}>
        {tabs.map(({ id, label: title, count }) => (
          <button
            key={id}
            id={`onglet-${id}`}
            type="button"
            role="tab"
            class={css['tab']}
            aria-selected={id === value}
            aria-controls={`contenu-${id}`}
            tabIndex={id === value ? 0 : -1}
            onClick={() => onChange(id)}
          >
            {title}
            {count !== undefined && <span class={css['count']}>{count}</span>}
          </button>
        ))}
      </div>
      <div id={`contenu-${value}`} role="tabpanel" aria-labelledby={`onglet-${value}`} tabIndex={0}>
        {children}
      </div>
    </div>
  );
}

interface SegmentedProps<Value extends string> {
  /** The question, for readers. */
  readonly label: string;
  readonly name: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One choice among two to four words, always all visible: a view, a kind. */
export const Segmented = <Value extends string>(props: SegmentedProps<Value>) => (
  <fieldset class={css['segmented']}>
    <legend class="unseen">{props.label}</legend>
    {props.options.map(({ value, label }) => (
      <label key={value} class={classNames(css['segment'])}>
        <input
          type="radio"
          name={props.name}
          value={value}
          checked={value === props.value}
          onChange={() => props.onChange(value)}
        />
        <span>{label}</span>
      </label>
    ))}
  </fieldset>
);
