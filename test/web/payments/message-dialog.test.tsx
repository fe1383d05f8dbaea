import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { Received } from '#web/features/payments/inbox-words.ts';
import { MessageDialog } from '#web/features/payments/message-dialog.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const event = {
  provider: 'jaikan',
  eventId: 'evt_1',
  type: 'payment.succeeded',
  status: 'done',
  groups: [],
  receivedAt: '2026-03-12T09:00:00.000Z',
  deliveries: 1,
  origin: 'webhook',
  mayReplay: false,
} as unknown as Received;

const masked = { fields: [{ path: 'payer_name' }] };
const whole = { fields: [], message: '{"payer_name":"Famille Roux"}' };

test('the whole message takes the focus once it is shown; the masked one does not', async () => {
  vi.stubGlobal('fetch', async (_path: string, { body = '{}' }: { body?: string } = {}) =>
    Response.json(body.includes('whole') ? whole : masked),
  );
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MessageDialog coopId="tilleuls" event={event} onClose={() => undefined} />
    </QueryClientProvider>,
  );
  const before = await screen.findByRole('region', { name: 'Contenu du message, masqué' });
  expect(document.activeElement).not.toBe(before);
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'La famille le demande' } });
  fireEvent.click(screen.getByRole('button', { name: 'Lire le message entier' }));
  const shown = await screen.findByRole('region', { name: 'Contenu du message entier' });
  expect(shown.textContent).toContain('Famille Roux');
  await waitFor(() => expect(document.activeElement).toBe(shown));
});
