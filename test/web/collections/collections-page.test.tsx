import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { CollectionsPage } from '#web/features/collections/collections-page.tsx';
import { webCollection, webServer } from '#test/support/web-collections.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const waiting = ['C1', 'C2'].map((collectionId) => ({
  id: `P-${collectionId}`,
  collectionId,
  means: 'cheque',
  grossCents: 4_500,
  paidOn: '2026-03-10',
  pupil: 'Léa M.',
}));

async function open(waits: object) {
  const collections = [webCollection(), webCollection({ id: 'C2', title: 'Photos' })];
  const sent = webServer({
    '/api/coops/tilleuls/collections': { collections, waiting: waits },
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <CollectionsPage coopId="tilleuls" />
    </QueryClientProvider>,
  );
  await screen.findByRole('heading', { name: 'Photos' });
  return sent;
}

test('cheques of several collectes go to the bank with one slip and one entry', async () => {
  const sent = await open(waiting);
  fireEvent.click(await screen.findByRole('button', { name: 'Remettre 2 chèques en banque' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('Classe de mer, Photos')).toBeDefined();
  fireEvent.click(dialog.getByRole('button', { name: 'Enregistrer l’écriture' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    path: '/api/coops/tilleuls/deposits',
    body: {
      means: 'cheque',
      payments: [
        { collectionId: 'C1', paymentId: 'P-C1' },
        { collectionId: 'C2', paymentId: 'P-C2' },
      ],
    },
  });
});

test('the cheques of one collecte alone are the slip of that collecte', async () => {
  const sent = await open(waiting.slice(0, 1));
  fireEvent.click(await screen.findByRole('button', { name: 'Remettre 1 chèque en banque' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(dialog.getByRole('button', { name: 'Enregistrer l’écriture' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.path).toBe('/api/coops/tilleuls/collections/C1/deposits');
});

test('nothing waiting, no button', async () => {
  await open([]);
  expect(screen.queryByRole('button', { name: /Remettre/u })).toBeNull();
});
