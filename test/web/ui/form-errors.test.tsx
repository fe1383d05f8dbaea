import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { ProblemError } from '#web/api/problem-error.ts';
import { errorFor, FormErrors } from '#web/ui/form-errors.tsx';
import { TextField } from '#web/ui/text-field.tsx';

afterEach(cleanup);

const refused = new ProblemError({
  status: 422,
  code: 'input_invalid',
  detail: 'Certaines informations sont à corriger.',
  errors: [{ field: 'label', message: 'Ce champ est à remplir.' }],
});

test('nothing is shown while nothing is wrong', () => {
  render(<FormErrors />);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('the summary takes the focus and says what the portal answered', () => {
  render(<FormErrors problem={refused} />);
  const summary = screen.getByRole('alert');
  expect(document.activeElement).toBe(summary);
  expect(summary.textContent).toContain('Certaines informations sont à corriger.');
});

test('each error leads to its field', () => {
  render(
    <form>
      <FormErrors problem={refused} />
      <TextField name="label" label="Libellé" value="" onChange={() => undefined} />
    </form>,
  );
  fireEvent.click(screen.getByRole('link', { name: 'Ce champ est à remplir.' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Libellé' }));
});

test('the error of a field is found by its name', () => {
  expect(errorFor(refused.errors, 'label')).toBe('Ce champ est à remplir.');
  expect(errorFor(refused.errors, 'amount')).toBeUndefined();
});
