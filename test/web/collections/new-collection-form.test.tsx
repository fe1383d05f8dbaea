import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NewCollectionForm } from '#web/features/collections/new-collection-form.tsx';
import { webCollection, webServer } from '#test/support/web-collections.ts';

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const accounts = [{ number: '7080', label: 'Sorties', kind: 'income' }] as never;

function open() {
  const sent = webServer({}, { collection: webCollection(), families: [] });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <NewCollectionForm coopId="tilleuls" accounts={accounts} projects={[]} />
    </QueryClientProvider>,
  );
  return sent;
}

const type = (label: RegExp, value: string, at = 0) => {
  const field = screen.getAllByLabelText(label)[at];
  if (!field) throw new Error(`no field ${label}`);
  fireEvent.input(field, { target: { value } });
};

const fill = () => {
  type(/^Nom de la collecte/u, 'Sortie');
  type(/^Participation par enfant/u, '100');
  type(/^Date limite/u, '30/03/2099');
  type(/^Familles/u, 'Léa Martin;CM2\nTom;CM1;20,50');
};

const submit = () => fireEvent.click(screen.getByRole('button', { name: 'Ouvrir la collecte' }));

test('asks in four steps, and says what is to be corrected before anything is sent', () => {
  const sent = open();
  expect(screen.getAllByRole('heading', { level: 2 }).map((title) => title.textContent)).toEqual([
    '1. De quoi s’agit-il\u202F?',
    '2. Combien, et pour quand\u202F?',
    '3. Où va l’argent\u202F?',
    '4. Quelles familles\u202F?',
  ]);
  submit();
  expect(screen.getAllByText('Donnez un nom à la collecte.').length).toBeGreaterThan(0);
  expect(screen.getAllByText('Indiquez la date limite.').length).toBeGreaterThan(0);
  expect(sent).toEqual([]);
});

test('sends what was typed, names already reduced to a first name and an initial', async () => {
  const sent = open();
  fill();
  submit();
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.body).toMatchObject({
    title: 'Sortie',
    expectedCents: 10_000,
    instalments: [],
    families: [
      { pupil: 'Léa M.', className: 'CM2' },
      { pupil: 'Tom', className: 'CM1', expectedCents: 2_050 },
    ],
  });
  expect(JSON.stringify(sent[0]?.body)).not.toContain('Martin');
});

test('a free contribution asks for no amount and no instalment', () => {
  open();
  fireEvent.click(screen.getByLabelText(/^Participation de l’année/u));
  expect(screen.queryByLabelText(/^Participation par enfant/u)).toBeNull();
  expect(screen.queryByLabelText('En 3 fois')).toBeNull();
});

test('instalments are worked out, then changed one by one', async () => {
  const sent = open();
  fill();
  fireEvent.click(screen.getByLabelText('En 3 fois'));
  expect(screen.getByRole('list', { name: 'Échéances' }).textContent).toContain('33,34');
  fireEvent.click(screen.getByLabelText('À ma façon'));
  fireEvent.click(screen.getByRole('button', { name: 'Retirer l’échéance 2' }));
  type(/^Montant/u, '60');
  submit();
  const unequal = 'Le total des échéances doit faire la participation demandée.';
  expect(screen.getAllByText(unequal).length).toBeGreaterThan(0);
  expect(sent).toEqual([]);
  type(/^Montant/u, '40', 1);
  submit();
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.body?.['instalments']).toMatchObject([
    { amountCents: 6_000 },
    { dueOn: '2099-03-30', amountCents: 4_000 },
  ]);
});

test('own instalments are in order, each with its day and its amount', () => {
  open();
  fill();
  fireEvent.click(screen.getByLabelText('À ma façon'));
  submit();
  const missing = 'Indiquez la date et le montant de chaque échéance.';
  expect(screen.getAllByText(missing).length).toBeGreaterThan(0);
  ['12/02/2099', '12/01/2099'].forEach((day, at) => type(/^Avant le/u, day, at));
  ['50', '50'].forEach((amount, at) => type(/^Montant/u, amount, at));
  submit();
  expect(
    screen.getAllByText('Mettez les échéances dans l’ordre, une par jour.').length,
  ).toBeGreaterThan(0);
});
