import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { PayoutPapers } from '#web/features/payments/payout-papers.tsx';
import type { Payout } from '#web/features/payments/payout-words.ts';
import { webServer } from '#test/support/web-collections.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const payout = {
  provider: 'jaikan',
  id: 'jp_1',
  status: 'paid',
  arrivalOn: '2026-03-16',
  grossCents: 9_000,
  feeCents: 200,
  netCents: 8_800,
  lineCount: 2,
  entryId: 'E1',
} as Payout;

const open = (changed: Partial<Payout>) => {
  const sent = webServer({
    '/api/coops/tilleuls/attachments/V1': { id: 'V1', url: 'https://files.example/V1' },
  });
  render(
    <QueryClientProvider
      client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
    >
      <PayoutPapers
        coopId="tilleuls"
        payout={{ ...payout, ...changed }}
        onClose={() => undefined}
      />
    </QueryClientProvider>,
  );
  return sent;
};

test('the anonymous copy is asked of the payout, beside its voucher', async () => {
  const sent = open({ voucherId: 'V1' });
  fireEvent.click(await screen.findByRole('button', { name: 'Exemplaire anonymisé (PDF)' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    path: '/api/coops/tilleuls/payouts/jaikan/jp_1/anonymous-copy',
  });
});

test('a payout without a voucher has no copy of it', async () => {
  open({});
  await screen.findByRole('link', { name: 'Voir l’écriture' });
  expect(screen.queryByRole('button', { name: 'Exemplaire anonymisé (PDF)' })).toBeNull();
});
