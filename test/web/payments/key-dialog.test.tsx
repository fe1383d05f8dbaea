import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { KeyDialog } from '#web/features/payments/key-dialog.tsx';
import type { Connected } from '#web/features/payments/connected-platforms.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const platform: Connected = {
  id: '0a'.repeat(32),
  provider: 'stripe',
  name: 'Stripe',
  scheme: 'stripe',
  mode: 'live',
  status: 'live',
  hasSecret: true,
  hasApiKey: true,
};

/** A portal that answers as told, with what it was sent. */
function open(answer: () => Response, more: Partial<Connected> = {}) {
  const sent: { path: string; body: unknown }[] = [];
  const onClose = vi.fn();
  vi.stubGlobal('fetch', async (path: string, { body }: { body?: unknown } = {}) => {
    sent.push({ path, body: JSON.parse(String(body)) });
    return answer();
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <KeyDialog coopId="tilleuls" platform={{ ...platform, ...more }} onClose={onClose} />
    </QueryClientProvider>,
  );
  const type = (apiKey: string) => {
    fireEvent.input(screen.getByLabelText('Clé d’accès'), { target: { value: apiKey } });
    fireEvent.click(screen.getByRole('button', { name: 'Enregistrer la clé' }));
  };
  return { sent, onClose, type };
}

test('a key is sent without what was pasted around it, and the dialog closes', async () => {
  const { sent, onClose, type } = open(() => Response.json(platform));
  type('  rk_live_0123456789 ');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent).toEqual([
    {
      path: `/api/coops/tilleuls/platforms/${platform.id}/key`,
      body: { apiKey: 'rk_live_0123456789' },
    },
  ]);
});

test('a key that is refused stays in its field, which says why', async () => {
  const detail = 'Cette clé d’accès n’est pas écrite comme la plateforme l’écrit.';
  const errors = [{ field: 'apiKey', code: 'api_key_unusable', message: detail }];
  const { onClose, type } = open(() =>
    Response.json({ status: 422, code: 'api_key_unusable', detail, errors }, { status: 422 }),
  );
  type('sk_live');
  const field = await screen.findByRole('textbox', { description: new RegExp(detail, 'u') });
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect((field as HTMLInputElement).value).toBe('sk_live');
  expect(onClose).not.toHaveBeenCalled();
});

test('a platform that has no key is given one, and no former key is spoken of', () => {
  open(() => Response.json(platform), { hasApiKey: false });
  expect(screen.getByRole('dialog', { name: 'Ajouter la clé d’accès de Stripe' })).toBeTruthy();
  expect(screen.queryByText(/l’ancienne/u)).toBeNull();
});
