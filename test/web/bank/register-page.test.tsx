import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RegisterPage } from '#web/features/bank/register/register-page.tsx';
import { CashQuotaNotice } from '#web/features/ledger/writing/cash-quota-notice.tsx';

const reach = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.stubGlobal('fetch', reach);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const bankAccount = {
  id: 'B1',
  label: 'Compte courant',
  maskedRef: 'FR14 •••• •••• 606',
  accountNumber: '512',
  bankName: 'La Banque Postale',
  holder: 'OCCE des Alpes-Maritimes',
  version: 1,
};

const sheet = {
  bankAccount,
  signatories: { names: ['Camille Roux'], state: 'outOfDate' },
  yearId: '2025',
  yearIds: ['2025'],
  activity: {
    chequesIssued: 4,
    chequesDeposited: 60,
    depositSlips: 3,
    cashDeposits: 3,
    operations: 41,
  },
  cost: {
    billed: [{ kind: 'cashDeposit', count: 3, billedCount: 0, unitCents: 600 }],
    knownCents: 0,
    isPartial: false,
    source: 'OCCE de l’Ain',
    toConfirm: true,
  },
  cashQuota: { madeCount: 3, freeCount: 3, beyondCents: 600, isNextBilled: true },
  isDormant: true,
  lastMovementOn: '2025-01-10',
  ledgerCents: 100_000,
  booksStartOn: '2025-09-01',
  openingItems: [],
};

const open = (role = 'mandateHolder') => {
  reach.mockImplementation(async (url) => {
    if (url === '/api/me')
      return Response.json({
        name: 'Camille',
        grants: [{ role, from: '2025-09-01', coopId: 'tilleuls' }],
      });
    if (url === '/api/coops/tilleuls/bank-accounts')
      return Response.json({ bankAccounts: [bankAccount] });
    return Response.json(sheet);
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RegisterPage coopId="tilleuls" />
    </QueryClientProvider>,
  );
};

test('says that the account sleeps, that the bank must be told, that the next deposit is billed', async () => {
  open();
  await screen.findByText('Ce compte dort');
  screen.getByText('La banque n’a pas les bons signataires');
  screen.getByText('Le prochain dépôt d’espèces est payant');
  screen.getByText('FR14 •••• •••• 606');
});

test('a verifier reads and changes nothing', async () => {
  open('verifier');
  await screen.findByText('Ce compte dort');
  for (const name of ['Modifier', 'Clôturer le compte', 'La banque est prévenue'])
    expect(screen.queryByRole('button', { name })).toBeNull();
  screen.getByRole('button', { name: 'Télécharger le PDF' });
});

test('asks for what is missing before it declares, and then sends cents', async () => {
  open();
  fireEvent.click(await screen.findByRole('button', { name: 'Déclarer un chèque ou un dépôt' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Déclarer ce qui attendait' }));
  fireEvent.click(dialog.getByRole('button', { name: 'Déclarer' }));
  await dialog.findAllByText('Indiquez le montant.');
  const type = (label: RegExp, value: string) =>
    fireEvent.input(dialog.getByLabelText(label), { target: { value } });
  type(/Payé à qui/u, 'Librairie du Port');
  type(/Combien/u, '40');
  type(/^Noté le/u, '20/08/2025');
  fireEvent.click(dialog.getByRole('button', { name: 'Déclarer' }));
  await waitFor(() => {
    const sent = reach.mock.calls.find(([, request]) => request?.method === 'PUT');
    expect(JSON.parse(sent?.[1]?.body as string)).toMatchObject({
      itemKind: 'cheque',
      amountCents: 4_000,
      writtenOn: '2025-08-20',
    });
  });
});

test('warns in the form of a cash deposit, and only when the next one is billed', async () => {
  const quota = { accountNumber: '512', madeCount: 3, freeCount: 3, beyondCents: 600 };
  const notice = (isNextBilled: boolean) => {
    reach.mockImplementation(async () =>
      Response.json({ yearId: '2025', accounts: [{ ...quota, isNextBilled }] }),
    );
    render(
      <QueryClientProvider client={new QueryClient()}>
        <CashQuotaNotice coopId="tilleuls" accountNumber="512" entryDate="16/03/2026" />
      </QueryClientProvider>,
    );
  };
  notice(true);
  await screen.findByText('Ce dépôt d’espèces sera le 4ᵉ de l’année');
  expect(reach.mock.calls.at(-1)?.[0]).toBe('/api/coops/tilleuls/cash-deposits?year=2025');
  cleanup();
  notice(false);
  await waitFor(() => expect(reach.mock.calls.length).toBeGreaterThan(1));
  expect(screen.queryByText(/sera le/u)).toBeNull();
});
