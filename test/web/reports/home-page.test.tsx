import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HomePage } from '#web/features/reports/home-page.tsx';

const reach = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.stubGlobal('fetch', reach);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const home = {
  coop: { name: 'Les Tilleuls', schoolName: 'École des Tilleuls', city: 'Nice' },
  bankCents: 342_178,
  cashCents: 8540,
  classAdvanceCents: 15_000,
  tasks: [
    { kind: 'prepareCrf', count: 1, dueOn: '2026-09-30', targetId: '2025' },
    { kind: 'depositPayments', count: 3, amountCents: 13_500, targetId: 'C1' },
    { kind: 'postDrafts', count: 1 },
  ],
  recent: [
    {
      id: 'E1',
      status: 'draft',
      kind: 'expense',
      entryDate: '2026-03-16',
      label: 'Goûter',
      amountCents: 1890,
    },
  ],
};

const open = (role: string, answered: object = home) => {
  reach.mockImplementation(async (url) =>
    Response.json(
      url === '/api/me'
        ? { name: 'Camille', grants: [{ role, from: '2025-09-01', coopId: 'tilleuls' }] }
        : answered,
    ),
  );
  render(
    <QueryClientProvider client={new QueryClient()}>
      <HomePage coopId="tilleuls" />
    </QueryClientProvider>,
  );
};

test('says how much is there', async () => {
  open('mandateHolder');
  const money = await screen.findByRole('region', { name: 'L’argent de la coopérative' });
  expect(money.textContent).toContain('3\u202F421,78\u00A0€');
  expect(money.textContent).toContain('85,40\u00A0€');
  expect(money.textContent).toContain('150,00\u00A0€');
});

test('says what to do, until when, for how much, and leads there', async () => {
  open('mandateHolder');
  const tasks = within(await screen.findByRole('list', { name: 'À faire' }));
  const [crf, deposit, drafts] = tasks.getAllByRole('listitem');
  expect(crf?.textContent).toContain('CRF 2025-2026');
  expect(crf?.textContent).toContain('avant le 30\u00A0septembre\u00A02026');
  expect(deposit?.textContent).toContain('3 paiements de familles');
  expect(deposit?.textContent).toContain('135,00\u00A0€');
  expect(tasks.getAllByRole('link')[1]?.getAttribute('href')).toBe('/coops/tilleuls/collectes/C1');
  expect(drafts?.textContent).toContain('1 brouillon à valider');
});

test('says what just happened, and that a draft is one', async () => {
  open('mandateHolder');
  const link = await screen.findByRole('link', { name: 'Goûter' });
  expect(link.getAttribute('href')).toBe('/coops/tilleuls/ecritures/E1');
  expect(screen.getByText('Brouillon')).toBeDefined();
});

test('a new cooperative is told where to begin', async () => {
  open('mandateHolder', { ...home, tasks: [], recent: [] });
  expect(await screen.findByText('Rien n’est encore noté.')).toBeDefined();
  expect(screen.getByText(/tout est à jour/u)).toBeDefined();
});

test('the one main action is to note an expense, for who may', async () => {
  open('classTeacher');
  const link = await screen.findByRole('link', { name: 'Noter une dépense' });
  expect(link.getAttribute('href')).toBe('/coops/tilleuls/saisie');
});

test('a verifier reads and writes nothing', async () => {
  open('verifier');
  await screen.findByRole('link', { name: 'Goûter' });
  expect(screen.queryByRole('link', { name: 'Noter une dépense' })).toBeNull();
});
