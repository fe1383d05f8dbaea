import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { CollectionPage } from '#web/features/collections/collection-page.tsx';
import type { Whole } from '#web/features/collections/queries.ts';
import {
  webCollection,
  webFamily,
  webPayment,
  webServer,
  webWhole,
} from '#test/support/web-collections.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function open(whole: Whole) {
  const sent = webServer({ '/api/coops/tilleuls/collections/C1': whole });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <CollectionPage coopId="tilleuls" collectionId="C1" />
    </QueryClientProvider>,
  );
  await screen.findByRole('table', { name: /famille/u });
  return sent;
}

test('INV-46: what was carried elsewhere and given back too is to be put right', async () => {
  const overdrawnCents = 4_500 as Whole['collection']['overdrawnCents'];
  await open(
    webWhole({
      collection: webCollection({ status: 'cancelled', overdrawnCents }),
      families: [webFamily({ paidCents: 0, overdrawnCents, state: 'free' })],
      payments: [webPayment({ means: 'platform', refundedCents: 4_500 })],
    }),
  );
  const notice = screen.getByRole('alert');
  expect(notice.textContent).toContain('À régulariser');
  expect(notice.textContent?.replaceAll(/\s/gu, ' ')).toContain('Léa M., 45,00 €');
  expect(screen.getByRole('row', { name: /Léa M\..*À régulariser/u })).toBeDefined();
});

test('CREDIT-1: what is owed is noted from the notice, in a collecte that ended too', async () => {
  const overdrawnCents = 4_500 as Whole['collection']['overdrawnCents'];
  const sent = await open(
    webWhole({
      collection: webCollection({ status: 'cancelled', overdrawnCents }),
      families: [webFamily({ paidCents: 0, overdrawnCents, state: 'free' })],
      payments: [webPayment({ state: 'returned' })],
    }),
  );
  fireEvent.click(screen.getByRole('button', { name: 'Noter un règlement de Léa M.' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByRole('textbox', { name: /Montant reçu/u })).toHaveProperty('value', '45,00');
  fireEvent.click(dialog.getByRole('radio', { name: 'Espèces' }));
  fireEvent.click(dialog.getByRole('button', { name: 'Noter le paiement' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.body).toMatchObject({ familyId: 'lea', means: 'cash', amountCents: 4_500 });
});
