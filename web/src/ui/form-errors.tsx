import { useEffect, useRef } from 'preact/hooks';
import { ProblemError, sentenceOf } from '#web/api/problem-error.ts';
import { fieldId } from './field.tsx';
import css from './notice.module.css';
import { Icon } from './icon.tsx';

/** An input to correct: the name of its field, and a French sentence. */
export interface FormError {
  readonly field: string;
  readonly message: string;
}

/** The inputs that an answer of the portal names; empty when it names none. */
export const formErrorsOf = (error: unknown): readonly FormError[] =>
  error instanceof ProblemError ? error.errors : [];

/** The sentence for one field, to give to its `error`. */
export const errorFor = (errors: readonly FormError[], field: string): string | undefined =>
  errors.find((error) => error.field === field)?.message;

interface Props {
  /** What is wrong on the form itself. */
  readonly errors?: readonly FormError[];
  /** What the portal answered, as it was thrown. */
  readonly problem?: unknown;
}

/** What stops a form, said first: it takes the focus, and leads to each field. */
export function FormErrors({ errors, problem }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const listed = errors && errors.length > 0 ? errors : formErrorsOf(problem);
  const title = problem ? sentenceOf(problem) : 'Quelques points sont à corriger.';
  const shown = listed.length > 0 || Boolean(problem);
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown, errors, problem]);
  if (!shown) return null;
  return (
    <div ref={box} class={`${css['notice']} ${css['error']}`} role="alert" tabIndex={-1}>
      <Icon name="warning" size={24} />
      <div class={css['text']}>
        <p class={css['title']}>{title}</p>
        {listed.length > 0 && (
          <ul>
            {listed.map(({ field, message }) => (
              <li key={field}>
                <a href={`#${fieldId(field)}`} onClick={(event) => focusField(event, field)}>
                  {message}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** Without touching the address: the page must not seem to change. */
function focusField(event: MouseEvent, field: string): void {
  const control = document.getElementById(fieldId(field));
  if (!control) return;
  event.preventDefault();
  control.scrollIntoView({ block: 'center' });
  control.focus();
}
