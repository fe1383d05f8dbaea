import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { CollectionPage } from '#web/features/collections/collection-page.tsx';
import { webPayment, webServer, webWhole } from '#test/support/web-collections.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  history.replaceState(undefined, '', '/');
});

async function open(search: string, state = 'booked') {
  const sent = webServer({
    '/api/coops/tilleuls/collections/C1': webWhole({ payments: [webPayment({ state })] }),
  });
  history.replaceState(undefined, '', `/coops/tilleuls/collectes/C1${search}`);
  render(
    <QueryClientProvider client={new QueryClient()}>
      <CollectionPage coopId="tilleuls" collectionId="C1" />
    </QueryClientProvider>,
  );
  await screen.findByRole('button', { name: 'Terminer' });
  return sent;
}

test('a line of the bank opens the question of its cheque, on its day', async () => {
  const sent = await open('?impaye=P1&le=2026-03-20');
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByRole('textbox', { name: /Rejeté par la banque le/u })).toHaveProperty(
    'value',
    '20/03/2026',
  );
  fireEvent.click(dialog.getByRole('button', { name: 'Enregistrer' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    path: '/api/coops/tilleuls/collections/C1/returned-cheques',
    body: { paymentId: 'P1', returnedOn: '2026-03-20' },
  });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(location.search).toBe('');
});

test.each([
  ['a cheque that is back already', '?impaye=P1', 'returned'],
  ['a payment that is not there', '?impaye=P9', 'booked'],
])('%s is not asked about', async (_case, search, state) => {
  await open(search, state);
  expect(screen.queryByRole('dialog')).toBeNull();
});
