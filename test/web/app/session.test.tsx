import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tellSignedOut } from '#web/api/signed-out.ts';
import { ChoosePlacePage } from '#web/app/choose-place-page.tsx';
import { SessionGate } from '#web/app/session.tsx';
import { Shell } from '#web/app/shell.tsx';

const me = {
  userId: 'camille',
  name: 'Camille Roux',
  mail: 'camille@example.test',
  grants: [
    { role: 'mandateHolder', from: '2025-09-01', coopId: 'tilleuls', coopName: 'Les Tilleuls' },
    { role: 'mandateHolder', from: '2025-09-01', coopId: 'oliviers', coopName: 'Les Oliviers' },
  ],
};

const reach = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.stubGlobal('fetch', reach);
  history.replaceState(null, '', '/');
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const answer = (status: number, body: unknown) =>
  reach.mockImplementation(async () => new Response(JSON.stringify(body), { status }));

const open = () =>
  render(
    <QueryClientProvider
      client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
    >
      <SessionGate>
        <Shell>
          <ChoosePlacePage />
        </Shell>
      </SessionGate>
    </QueryClientProvider>,
  );

test('who is not signed in sees the door, which leads back to the page that was asked', async () => {
  history.replaceState(null, '', '/coops/tilleuls/journal');
  answer(401, { status: 401, code: 'not_signed_in', detail: 'Votre session est terminée.' });
  open();
  const link = await screen.findByRole('link', { name: 'Se connecter' });
  expect(link.getAttribute('href')).toBe(
    '/api/session/sign-in?returnTo=%2Fcoops%2Ftilleuls%2Fjournal',
  );
});

test('a person unknown to the portal is told what to do', async () => {
  history.replaceState(null, '', '/connexion?refus=inconnu');
  answer(401, { status: 401, code: 'not_signed_in', detail: 'Votre session est terminée.' });
  open();
  expect(await screen.findByText(/n’est connue d’aucune coopérative/u)).toBeDefined();
  expect(screen.getByRole('link', { name: 'Se connecter' }).getAttribute('href')).toBe(
    '/api/session/sign-in?returnTo=%2F',
  );
});

test('who holds several mandates chooses', async () => {
  answer(200, me);
  open();
  expect(await screen.findByRole('heading', { name: 'Bonjour Camille Roux' })).toBeDefined();
  const main = screen.getByRole('main');
  expect(main.textContent).toContain('Les Tilleuls');
  expect(main.textContent).toContain('Les Oliviers');
});

test('a session that ends leaves the page as it is and says how to go on', async () => {
  answer(200, me);
  open();
  await screen.findByRole('heading', { name: 'Bonjour Camille Roux' });
  await act(() => tellSignedOut());
  expect(screen.getByRole('alert').textContent).toContain('Votre session est terminée');
  expect(screen.getByRole('heading', { name: 'Bonjour Camille Roux' })).toBeDefined();
});

test('when the portal does not answer, the person can try again', async () => {
  reach.mockRejectedValue(new TypeError('Failed to fetch'));
  open();
  expect(await screen.findByRole('button', { name: 'Réessayer' })).toBeDefined();
});
