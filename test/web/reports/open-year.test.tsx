import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { OpenYear } from '#web/features/reports/year-end/open-year.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const current = { id: 'B1', label: 'Compte courant', accountNumber: '512' };
const savings = { id: 'B2', label: 'Livret', accountNumber: '514' };

/** The form, with what the year before left; what it sends is pushed to the answer. */
function open(balanceCents: object | undefined, bankAccounts: readonly object[]) {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (url: string, { body }: { body?: string } = {}) => {
    if (body) sent.push(JSON.parse(body));
    return Response.json(url.endsWith('/bank-accounts') ? { bankAccounts } : { balanceCents });
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <OpenYear coopId="tilleuls" yearId="2026" previous={balanceCents && '2025'} />
    </QueryClientProvider>,
  );
  return sent;
}

const submit = async () =>
  fireEvent.click(await screen.findByRole('button', { name: 'Ouvrir l’exercice' }));

test('brings forward what each account held, under its own name', async () => {
  const sent = open({ '512': 12_345, '514': 80_000, '530': 500 }, [current, savings]);
  const field = await screen.findByLabelText(/^Livret/u);
  expect(field).toHaveProperty('value', '800,00');
  await submit();
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ bankCents: 12_345, postalCents: 80_000, cashCents: 500 });
});

test('a cooperative with one account is asked for one', async () => {
  const sent = open({ '512': 12_345 }, [current]);
  await submit();
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ bankCents: 12_345, postalCents: 0, cashCents: 0 });
  expect(screen.queryByLabelText(/second compte/iu)).toBeNull();
});

test('an account that was never declared and holds money is not forgotten', async () => {
  open({ '514': 7 }, [current]);
  const field = await screen.findByLabelText(/^Second compte/u);
  expect(field).toHaveProperty('value', '0,07');
});

test('the first year asks what each account held', async () => {
  const sent = open(undefined, []);
  await submit();
  expect(screen.getAllByText(/Indiquez/u).length).toBeGreaterThan(0);
  expect(sent).toEqual([]);
  fireEvent.input(screen.getByLabelText(/^En banque/u), { target: { value: '10' } });
  fireEvent.input(screen.getByLabelText(/^Second compte/u), { target: { value: '20' } });
  fireEvent.input(screen.getByLabelText(/^En caisse/u), { target: { value: '0' } });
  await submit();
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ bankCents: 1_000, postalCents: 2_000, cashCents: 0 });
});
