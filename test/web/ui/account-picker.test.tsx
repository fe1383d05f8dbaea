import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import { AccountPicker, accountsMatching } from '#web/ui/account-picker.tsx';

afterEach(cleanup);

const accounts = chart2024.accounts.filter(({ kind }) => kind === 'expense');

function Picker() {
  const [value, setValue] = useState('');
  return (
    <AccountPicker
      name="account"
      label="Pour quoi ?"
      accounts={accounts}
      value={value}
      onChange={setValue}
    />
  );
}

const input = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Pour quoi ?' });
const type = (value: string) => fireEvent.input(input(), { target: { value } });

test('finds an account by a word of its help, without accents', () => {
  render(<Picker />);
  type('musee');
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
    expect.stringContaining('Charges des activités éducatives'),
  ]);
});

test('the keyboard alone opens, moves, chooses and closes', () => {
  render(<Picker />);
  fireEvent.keyDown(input(), { key: 'ArrowDown' });
  expect(input().getAttribute('aria-expanded')).toBe('true');
  fireEvent.keyDown(input(), { key: 'ArrowDown' });
  const active = input().getAttribute('aria-activedescendant') ?? '';
  expect(document.getElementById(active)?.textContent).toContain(accounts[1]?.label);
  fireEvent.keyDown(input(), { key: 'Enter' });
  expect(input().value).toBe(accounts[1]?.label);
  expect(input().getAttribute('aria-expanded')).toBe('false');
});

test('Escape closes the list and keeps what was chosen', () => {
  render(<Picker />);
  type('timbres');
  fireEvent.keyDown(input(), { key: 'Enter' });
  type('car');
  fireEvent.keyDown(input(), { key: 'Escape' });
  expect(input().value).toBe('Autres charges courantes');
});

test('says so when no account has these words', () => {
  render(<Picker />);
  type('fusée');
  expect(screen.getByText(/Aucun compte/u)).toBeDefined();
  fireEvent.keyDown(input(), { key: 'Enter' });
  expect(input().value).toBe('');
});

test('every word typed must be there, whatever their order', () => {
  const found = accountsMatching(accounts, 'plateforme banque');
  expect(found.map(({ accountNumber }) => accountNumber)).toEqual(['6278']);
  expect(accountsMatching(accounts, '')).toHaveLength(accounts.length);
});
