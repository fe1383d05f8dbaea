import type { ComponentChildren } from 'preact';
import css from './field.module.css';
import { HelpTip } from './help-tip.tsx';
import { Icon } from './icon.tsx';

/** What every field has. */
export interface FieldProps {
  /** The name the form and the server's errors use: `entryDate`, `splits.0.amountCents`. */
  readonly name: string;
  readonly label: string;
  /** How to fill it, always visible. */
  readonly hint?: ComponentChildren;
  /** What is wrong and how to put it right. */
  readonly error?: string | undefined;
  /** How it is written, after the label: «jj/mm/aaaa». */
  readonly format?: string;
  /** Shows «facultatif» after the label. */
  readonly optional?: boolean;
  /** An explanation of the word itself, behind «C’est quoi ?». */
  readonly help?: ComponentChildren;
}

/** The id of the control of that name, where the error summary leads. */
export const fieldId = (name: string): string => `champ-${name}`;

/** What ties a control to its label, hint and error. */
export function tiesOf({ name, hint, error }: FieldProps) {
  const id = fieldId(name);
  const described = [hint && `${id}-aide`, error && `${id}-erreur`].filter(Boolean).join(' ');
  return {
    id,
    name,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described === '' ? undefined : described,
  };
}

/** « facultatif », for fields that may stay empty. */
const Optional = () => <span class={css['optional']}> facultatif</span>;

/** The error of a field: a sign, a sentence, read with the field. */
export const FieldError = ({ name, error }: Pick<FieldProps, 'name' | 'error'>) =>
  error ? (
    <p id={`${fieldId(name)}-erreur`} class={css['error']}>
      <Icon name="warning" />
      <span>{error}</span>
    </p>
  ) : null;

/** The hint of a field. */
export const FieldHint = ({ name, hint }: Pick<FieldProps, 'name' | 'hint'>) =>
  hint ? (
    <p id={`${fieldId(name)}-aide`} class={css['hint']}>
      {hint}
    </p>
  ) : null;

/** Label, hint, control, error, in the order they are read. */
export function Field(props: FieldProps & { readonly children: ComponentChildren }) {
  const { name, label, format, optional, help, children } = props;
  return (
    <div class={css['field']}>
      <div class={css['head']}>
        <label for={fieldId(name)} class={css['label']}>
          {label}
          {format && <span class={css['optional']}> {format}</span>}
          {optional && <Optional />}
        </label>
        {help && <HelpTip about={label}>{help}</HelpTip>}
      </div>
      <FieldHint {...props} />
      {children}
      <FieldError {...props} />
    </div>
  );
}

/** Label, hint, several controls, error: a group of which readers say the name. */
export function FieldGroup(props: FieldProps & { readonly children: ComponentChildren }) {
  const { name, label, optional, help, error, hint, children } = props;
  const { 'aria-describedby': describedBy } = tiesOf({ name, label, error, hint });
  return (
    <fieldset id={fieldId(name)} class={css['field']} tabIndex={-1} aria-describedby={describedBy}>
      <legend class={css['label']}>
        {label}
        {optional && <Optional />}
      </legend>
      {help && <HelpTip about={label}>{help}</HelpTip>}
      <FieldHint {...props} />
      {children}
      <FieldError {...props} />
    </fieldset>
  );
}
