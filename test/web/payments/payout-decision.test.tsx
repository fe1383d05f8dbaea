import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { PayoutDecision } from '#web/features/payments/payout-decision.tsx';
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
  suspectId: 'E1',
  suspect: {
    number: 12,
    label: 'Virement du planétarium',
    entryDate: '2026-03-12',
    amountCents: 8_800,
  },
} as Payout;

const open = (changed: Partial<Payout> = {}) => {
  webServer({});
  render(
    <QueryClientProvider client={new QueryClient()}>
      <PayoutDecision
        coopId="tilleuls"
        payout={{ ...payout, ...changed }}
        onClose={() => undefined}
      />
    </QueryClientProvider>,
  );
  return within(screen.getByRole('dialog'));
};

const words = (text: string | null): string => (text ?? '').replaceAll(/\s+/gu, ' ');

test('says which entry is suspected: its number, its label, its day, its amount', () => {
  const text = words(open().getByRole('region', { name: 'Votre écriture' }).textContent);
  expect(text).toContain('n° 12');
  expect(text).toContain('Virement du planétarium');
  expect(text).toContain('12 mars 2026');
  expect(text).toContain('88,00 €');
  expect(screen.getByRole('link', { name: 'Voir cette écriture' }).getAttribute('href')).toBe(
    '/coops/tilleuls/ecritures/E1',
  );
});

test('leads to the entry, still, when nothing is known of it', () => {
  const dialog = open({ suspect: undefined });
  expect(dialog.queryByRole('region', { name: 'Votre écriture' })).toBeNull();
  expect(dialog.getByRole('link', { name: 'Voir cette écriture' })).toBeDefined();
});
