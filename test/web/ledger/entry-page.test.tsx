import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import { EntryPage } from '#web/features/ledger/entry-page.tsx';
import { webServer } from '#test/support/web-collections.ts';

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

const bankAccount = {
  id: 'B1',
  label: 'Compte',
  maskedRef: 'x',
  accountNumber: '512',
  version: 1,
};
const line = {
  id: 'L1',
  date: '2026-03-10',
  amountCents: -600,
  label: 'PRLV BAYARD 04',
  apart: false,
  toExplain: false,
};

/** The form of a line, with what the portal pre-fills for it. */
async function open(filling?: object) {
  const coop = '/api/coops/tilleuls';
  const sent = webServer(
    {
      [`${coop}/bank-accounts`]: { bankAccounts: [bankAccount] },
      [`${coop}/bank-accounts/B1/lines/L1`]: { bankAccount, line, filling },
      [`${coop}/chart`]: chart2024,
      [`${coop}/projects`]: { projects: [{ id: 'P1', name: 'Jardin' }] },
    },
    { entries: [] },
  );
  history.replaceState(undefined, '', '/coops/tilleuls/saisie?compte=B1&ligne=L1');
  render(
    <QueryClientProvider client={new QueryClient()}>
      <EntryPage coopId="tilleuls" />
    </QueryClientProvider>,
  );
  return {
    sent,
    account: await screen.findByRole('combobox', { name: /Quelle sorte de dépense/u }),
  };
}

/** What a screen reader says after the name of a field. */
const describedBy = (field: Element) =>
  document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent;

const like = [12, 15].map((number) => ({ id: `E${number}`, number }));

test('a line like the last two is pre-filled, each field says why, and nothing is sent', async () => {
  const { sent, account } = await open({
    accountNumber: '6180',
    projectId: 'P1',
    counterparty: 'Bayard',
    like,
  });
  await waitFor(() => expect(account).toHaveProperty('value', 'Charges des activités éducatives'));
  expect(describedBy(account)).toBe(
    'Comme les deux dernières fois\u00A0: écritures n°\u00A012 et n°\u00A015.',
  );
  const who = screen.getByRole('combobox', { name: /Payé à qui/u });
  expect(who).toHaveProperty('value', 'Bayard');
  expect(describedBy(who)).toBe('Comme les deux dernières fois.');
  fireEvent.input(who, { target: { value: 'Milan' } });
  await waitFor(() => expect(describedBy(who)).toBeUndefined());
  expect(sent).toEqual([]);
});

test('what only the label says is to be checked', async () => {
  const { account } = await open({ accountNumber: '6278', like: [] });
  await waitFor(() => expect(account).toHaveProperty('value', 'Frais de banque et de plateforme'));
  expect(describedBy(account)).toBe('D’après le libellé de la banque. Vérifiez.');
});

test('a line that nobody knows leaves the account to choose', async () => {
  const { account } = await open();
  expect(account).toHaveProperty('value', '');
  expect(describedBy(account)).toBeUndefined();
});
