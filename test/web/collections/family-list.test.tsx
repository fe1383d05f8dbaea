import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { FamilyListFields } from '#web/features/collections/family-list.tsx';

afterEach(cleanup);

function List() {
  const [typed, setTyped] = useState({ classForAll: '', families: '' });
  return (
    <FamilyListFields
      typed={typed}
      errors={[]}
      onChange={(part) => setTyped({ ...typed, ...part })}
    />
  );
}

const paste = (value: string) =>
  fireEvent.input(screen.getByLabelText(/^Familles/u), { target: { value } });

const rows = () => screen.queryAllByRole('listitem').map((row) => row.textContent);

const choose = (name: string, bytes: Uint8Array<ArrayBuffer>) =>
  fireEvent.change(screen.getByLabelText(/fichier CSV ou Excel/u), {
    target: { files: [new File([bytes], name)] },
  });

test('shows what it understands of a pasted list, surnames already gone', () => {
  render(<List />);
  paste('Léa Martin;CM2\nTom;CM1;20,50');
  expect(screen.getByText(/^2 familles lues/u)).toBeDefined();
  expect(rows()).toEqual(['Léa M., CM2', 'Tom, CM1 (20,50\u00A0€)']);
});

test('names the lines that it does not understand, and why', () => {
  render(<List />);
  paste('Léa M.\nTom;CM1;beaucoup');
  expect(rows()).toEqual([
    'Ligne 1\u00A0: la classe manque',
    'Ligne 2\u00A0: le montant ne se lit pas (exemple\u00A0: 20,50)',
  ]);
  fireEvent.input(screen.getByLabelText(/^Classe/u), { target: { value: 'CE2' } });
  expect(rows()).toContain('Léa M., CE2');
});

test('shows the first five, and how many more there are', () => {
  render(<List />);
  paste(Array.from({ length: 12 }, (_, index) => `Élève ${index};CM2`).join('\n'));
  expect(rows()).toHaveLength(6);
  expect(rows().at(-1)).toBe('et 7 de plus');
});

test('reads a CSV as an older spreadsheet of Windows writes it', async () => {
  render(<List />);
  const bytes = Uint8Array.from('L\xE9a Martin;CM2', (letter) => letter.charCodeAt(0));
  choose('liste.csv', bytes);
  expect(await screen.findByText('Léa M., CM2')).toBeDefined();
});

test('says that a file cannot be read, and keeps what was typed', async () => {
  render(<List />);
  paste('Tom;CM1');
  choose('liste.xlsx', new Uint8Array([1, 2, 3]));
  expect(await screen.findByText(/Ce fichier ne se lit pas/u)).toBeDefined();
  expect(rows()).toEqual(['Tom, CM1']);
});
