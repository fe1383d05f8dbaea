import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { Inbox } from '#web/features/payments/inbox.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const paid = { grossCents: cents(4_500), paidOn: day('2026-03-03') };
const event = {
  provider: 'jaikan',
  eventId: 'msg_1',
  type: 'payment.succeeded',
  status: 'held',
  groups: ['check'],
  receivedAt: '2026-03-03T09:00:00.000Z',
  deliveries: 1,
  origin: 'webhook',
  mayReplay: true,
};

/** The inbox of a mandataire, with what it sends. */
async function open(toDecide: readonly (typeof paid)[] | undefined) {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (path: string, init: { method?: string; body?: unknown } = {}) => {
    if (init.method === 'POST') {
      sent.push([path, JSON.parse(String(init.body))]);
      return Response.json({ status: 'received' });
    }
    if (path.endsWith('/inbox')) return Response.json({ events: [{ ...event, toDecide }] });
    return Response.json({ grants: [{ role: 'mandateHolder', coopId: 'tilleuls' }] });
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Inbox coopId="tilleuls" />
    </QueryClientProvider>,
  );
  await screen.findByText('Jaïkan, paiement reçu');
  return sent;
}

test.each([
  ['C’est le même paiement', 'same'],
  ['C’est un autre paiement', 'other'],
])('« %s » is what the portal is told', async (button, decision) => {
  const sent = await open([paid]);
  fireEvent.click(await screen.findByRole('button', { name: /^Décider/u }));
  const dialog = screen.getByRole('dialog', { name: /Est-ce le même paiement/u });
  expect(dialog.textContent).toMatch(/45,00.*03\/03\/2026/u);
  fireEvent.click(screen.getByRole('button', { name: button }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent).toEqual([['/api/coops/tilleuls/inbox/jaikan/msg_1/decision', { decision }]]);
});

test('what waits for something else is played again, and asks nothing', async () => {
  await open(undefined);
  await screen.findByRole('button', { name: /^Rejouer/u });
  expect(screen.queryByRole('button', { name: /^Décider/u })).toBeNull();
});
