import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AmountField, amountOf } from '#web/ui/amount-field.tsx';
import { CheckboxField, RadioCards } from '#web/ui/choice-fields.tsx';
import { DateField, dayOf } from '#web/ui/date-field.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';

afterEach(cleanup);

/** What a screen reader says after the name of the control. */
const descriptionOf = (control: HTMLElement): string =>
  (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');

describe('a text field', () => {
  const ignore = () => undefined;

  test('is found by its label and read with its hint and its error', () => {
    render(
      <TextField
        name="label"
        label="Libellé"
        hint="Ce que vous reconnaîtrez."
        error="Ce champ est à remplir."
        value=""
        onChange={ignore}
      />,
    );
    const input = screen.getByRole('textbox', { name: 'Libellé' });
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(descriptionOf(input)).toBe('Ce que vous reconnaîtrez. Ce champ est à remplir.');
  });

  test('without an error is not invalid, and describes nothing', () => {
    render(<TextField name="label" label="Libellé" value="" onChange={ignore} />);
    const input = screen.getByRole('textbox', { name: 'Libellé' });
    expect(input.hasAttribute('aria-invalid')).toBe(false);
    expect(input.hasAttribute('aria-describedby')).toBe(false);
  });

  test('gives what is typed', () => {
    const onChange = vi.fn();
    render(<TextField name="label" label="Libellé" value="" onChange={onChange} multiline />);
    fireEvent.input(screen.getByRole('textbox', { name: 'Libellé' }), {
      target: { value: 'Goûter' },
    });
    expect(onChange).toHaveBeenCalledWith('Goûter');
  });
});

function Amount({ start = '' }) {
  const [value, setValue] = useState(start);
  return <AmountField name="amount" label="Montant" value={value} onChange={setValue} />;
}

describe('an amount field', () => {
  test('keeps what was typed and says how it is understood', () => {
    render(<Amount />);
    const input = screen.getByRole<HTMLInputElement>('textbox', { name: 'Montant' });
    fireEvent.input(input, { target: { value: '1234,5' } });
    expect(input.value).toBe('1234,5');
    expect(screen.getByRole('status').textContent).toBe('= 1\u202F234,50\u00A0€');
    expect(input.hasAttribute('aria-invalid')).toBe(false);
  });

  test('says what it cannot read', () => {
    render(<Amount start="1.234" />);
    const input = screen.getByRole('textbox', { name: 'Montant' });
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(descriptionOf(input)).toContain('12,50');
  });

  test('gives no amount for an empty or unreadable text', () => {
    expect(amountOf('12,50')).toBe(1250);
    expect(amountOf('')).toBeUndefined();
    expect(amountOf('douze')).toBeUndefined();
  });
});

function Date({ start = '' }) {
  const [value, setValue] = useState(start);
  return <DateField name="entryDate" label="Date" value={value} onChange={setValue} />;
}

describe('a date field', () => {
  const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^Date/u });

  test('shows a day as France writes it, and in full words', () => {
    render(<Date start="2026-09-01" />);
    expect(field().value).toBe('01/09/2026');
    expect(screen.getByText('1er septembre 2026')).toBeDefined();
  });

  test('puts the slashes that a keypad has not', () => {
    render(<Date />);
    fireEvent.input(field(), { target: { value: '31082026' } });
    fireEvent.blur(field());
    expect(field().value).toBe('31/08/2026');
  });

  test('refuses a day that does not exist', () => {
    render(<Date start="31/02/2026" />);
    expect(descriptionOf(field())).toContain('n’existe pas');
  });

  test('says nothing while a date is being typed', () => {
    render(<Date start="31/0" />);
    expect(field().hasAttribute('aria-invalid')).toBe(false);
  });

  test('reads a day only when it is whole', () => {
    expect(dayOf('31/08/2026')).toBe('2026-08-31');
    expect(dayOf('31/08')).toBeUndefined();
  });
});

test('radio cards are one group with its name, and give the chosen value', () => {
  const onChange = vi.fn();
  render(
    <RadioCards
      name="kind"
      label="Que notez-vous ?"
      value=""
      onChange={onChange}
      options={[
        { value: 'expense', label: 'Argent sorti', hint: 'une dépense' },
        { value: 'income', label: 'Argent entré' },
      ]}
    />,
  );
  expect(screen.getByRole('group', { name: 'Que notez-vous ?' })).toBeDefined();
  expect(screen.queryByRole('radio', { checked: true })).toBeNull();
  fireEvent.click(screen.getByRole('radio', { name: /Argent entré/u }));
  expect(onChange).toHaveBeenCalledWith('income');
});

test('a select offers its placeholder while nothing is chosen', () => {
  const onChange = vi.fn();
  render(
    <SelectField
      name="means"
      label="Moyen"
      placeholder="Choisir…"
      value=""
      onChange={onChange}
      options={[{ label: 'Courants', options: [{ value: 'card', label: 'Carte' }] }]}
    />,
  );
  const select = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Moyen' });
  expect(select.value).toBe('');
  fireEvent.change(select, { target: { value: 'card' } });
  expect(onChange).toHaveBeenCalledWith('card');
});

test('a checkbox is never checked beforehand and gives its state', () => {
  const onChange = vi.fn();
  render(<CheckboxField name="agrees" label="J’approuve." checked={false} onChange={onChange} />);
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'J’approuve.' });
  expect(box.checked).toBe(false);
  fireEvent.click(box);
  expect(onChange).toHaveBeenCalledWith(true);
});
