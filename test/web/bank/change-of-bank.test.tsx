import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { AddAccount } from '#web/features/bank/add-account.tsx';
import { accountOptions, firstShown } from '#web/features/bank/account-choice.ts';
import { ChangeOfBank } from '#web/features/bank/change-of-bank.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const old = { id: 'B1', label: 'Compte courant', maskedRef: '', accountNumber: '512', version: 1 };
const renewed = { ...old, id: 'B2', label: 'Nouvelle banque', replaces: 'B1' };

function open(bankAccounts: readonly object[]) {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (_: string, { body }: { body?: string } = {}) => {
    if (body) sent.push(JSON.parse(body));
    return Response.json({ bankAccounts });
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <AddAccount coopId="tilleuls" onAdded={() => undefined} />
    </QueryClientProvider>,
  );
  return sent;
}

const type = (label: RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const add = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('a second account on the same number replaces the first one, from a day', async () => {
  const sent = open([old]);
  expect(await screen.findByText(/Il remplacera «\sCompte courant\s»/u)).toBeDefined();
  type(/^Nom du compte/u, 'Nouvelle banque');
  type(/^IBAN/u, '7654321B033');
  add('Remplacer le compte');
  expect(screen.getAllByText('Indiquez le jour de son ouverture.').length).toBeGreaterThan(0);
  expect(sent).toEqual([]);
  type(/^Ouvert le/u, '09/03/2026');
  add('Remplacer le compte');
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ accountNumber: '512', replaces: 'B1', openedOn: '2026-03-09' });
});

test('an account on a number of its own replaces nothing', async () => {
  const sent = open([old]);
  await screen.findByText(/Il remplacera/u);
  fireEvent.click(screen.getByLabelText(/^À La Banque Postale/u));
  expect(screen.queryByText(/Il remplacera/u)).toBeNull();
  type(/^Nom du compte/u, 'CCP');
  type(/^IBAN/u, '7654321B033');
  add('Ajouter le compte');
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).not.toHaveProperty('replaces');
  expect(sent[0]).not.toHaveProperty('openedOn');
});

test('pages open on the account in use, and say what became of the other', () => {
  const closed = { ...old, closedOn: '2026-03-31' } as never;
  expect(firstShown([old, renewed])?.id).toBe('B2');
  expect(accountOptions([old, renewed]).map(({ label }) => label)).toEqual([
    'Compte courant, remplacé, à clôturer',
    'Nouvelle banque',
  ]);
  expect(accountOptions([closed, renewed])[0]?.label).toBe('Compte courant, clos le 31/03/2026');
});

test('says which accounts are added up, and only then', () => {
  const { rerender } = render(<ChangeOfBank account={renewed} accounts={[old, renewed]} />);
  expect(screen.getByText(/^Compté avec «\sCompte courant\s»/u)).toBeDefined();
  rerender(<ChangeOfBank account={old} accounts={[old]} />);
  expect(screen.queryByText(/^Compté avec/u)).toBeNull();
});
