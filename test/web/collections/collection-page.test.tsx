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

const base = '/api/coops/tilleuls/collections/C1';
const list = '/api/coops/tilleuls/collections';

async function open(whole: Whole, others: Record<string, unknown> = {}) {
  const sent = webServer({ [base]: whole, ...others });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <CollectionPage coopId="tilleuls" collectionId="C1" />
    </QueryClientProvider>,
  );
  await screen.findByRole('table', { name: /famille/u });
  return sent;
}

/** Opens a question by its button. */
async function ask(name: string | RegExp) {
  const [button] = await screen.findAllByRole('button', { name });
  if (!button) throw new Error('no such button');
  fireEvent.click(button);
  return within(await screen.findByRole('dialog'));
}

type Asked = Awaited<ReturnType<typeof ask>>;

const type = (dialog: Asked, label: RegExp, value: string) =>
  fireEvent.input(dialog.getByLabelText(label), { target: { value } });

const press = (dialog: Asked, name: string) =>
  fireEvent.click(dialog.getByRole('button', { name }));

const lastOf = async (sent: Awaited<ReturnType<typeof open>>) => {
  await waitFor(() => expect(sent).not.toEqual([]));
  return sent.at(-1);
};

test('a collecte ends by its dialog, which says what stays possible', async () => {
  const sent = await open(webWhole());
  const dialog = await ask('Terminer');
  expect(dialog.getByText(/remettre des chèques en banque/u)).toBeDefined();
  press(dialog, 'Terminer la collecte');
  expect(await lastOf(sent)).toMatchObject({ method: 'POST', path: `${base}/close` });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('cancelling says first that all is to be given back', async () => {
  const sent = await open(webWhole());
  const dialog = await ask('Annuler la collecte');
  expect(dialog.getByText(/à leur rendre/u)).toBeDefined();
  expect(sent).toEqual([]);
  press(dialog, 'Annuler la collecte');
  expect(await lastOf(sent)).toMatchObject({ path: `${base}/cancel` });
});

test('a family is asked for another amount, or for nothing, without a reason', async () => {
  const sent = await open(webWhole());
  const dialog = await ask('Modifier Léa M.');
  type(dialog, /^Montant demandé/u, 'x');
  press(dialog, 'Enregistrer');
  expect(dialog.getAllByText('Indiquez le montant, ou 0.').length).toBeGreaterThan(0);
  expect(sent).toEqual([]);
  type(dialog, /^Montant demandé/u, '0');
  press(dialog, 'Enregistrer');
  expect(await lastOf(sent)).toMatchObject({
    method: 'PUT',
    path: `${base}/families/lea`,
    body: { className: 'CM2', expectedCents: 0 },
  });
});

test('a seat is answered, and only a family that paid nothing leaves the list', async () => {
  const tom = webFamily({ id: 'tom', pupil: 'Tom B.', paidCents: 0, state: 'unpaid' });
  const sent = await open(webWhole({ families: [webFamily(), tom] }));
  const lea = await ask('Modifier Léa M.');
  expect(lea.queryByRole('button', { name: 'Retirer de la collecte' })).toBeNull();
  press(lea, 'Confirmer la place');
  expect(await lastOf(sent)).toMatchObject({
    path: `${base}/families/lea/seat`,
    body: { answer: 'confirmed' },
  });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  press(await ask('Modifier Tom B.'), 'Retirer de la collecte');
  await waitFor(() => expect(sent.at(-1)).toMatchObject({ method: 'DELETE' }));
});

test('a transfer is noted, then waits to be booked', async () => {
  const tom = webFamily({ id: 'tom', pupil: 'Tom B.', paidCents: 0, state: 'unpaid' });
  const sent = await open(webWhole({ families: [tom], payments: [] }));
  const dialog = await ask('Noter un paiement de Tom B.');
  fireEvent.click(dialog.getByLabelText('Virement'));
  expect(dialog.queryByLabelText(/Numéro du chèque/u)).toBeNull();
  press(dialog, 'Noter le paiement');
  expect(await lastOf(sent)).toMatchObject({
    path: `${base}/payments`,
    body: { familyId: 'tom', means: 'transfer', amountCents: 4_500 },
  });
});

test('noted transfers are booked by one entry, without a slip number', async () => {
  const transfer = webPayment({ means: 'transfer', chequeNumber: undefined, state: 'received' });
  const sent = await open(webWhole({ payments: [transfer] }));
  const dialog = await ask('Comptabiliser 1 virement');
  expect(dialog.queryByLabelText(/bordereau/u)).toBeNull();
  press(dialog, 'Enregistrer l’écriture');
  expect(await lastOf(sent)).toMatchObject({
    path: `${base}/deposits`,
    body: { means: 'transfer', paymentIds: ['P1'] },
  });
});

test('a cheque to be paid in later is put aside; nothing chosen is refused', async () => {
  const waiting = ['P1', 'P2'].map((id) => webPayment({ id, state: 'received' }));
  const sent = await open(webWhole({ payments: waiting }));
  const dialog = await ask('Remettre 2 chèques en banque');
  const [first, second] = dialog.getAllByRole<HTMLInputElement>('checkbox', { hidden: true });
  fireEvent.click(first as Element);
  fireEvent.click(second as Element);
  press(dialog, 'Enregistrer l’écriture');
  expect(dialog.getAllByText('Choisissez au moins un paiement.').length).toBeGreaterThan(0);
  expect(sent).toEqual([]);
  fireEvent.click(second as Element);
  press(dialog, 'Enregistrer l’écriture');
  expect(await lastOf(sent)).toMatchObject({ body: { means: 'cheque', paymentIds: ['P2'] } });
});

test('a credit goes to the family of the same pupil in another open collecte', async () => {
  const rich = webFamily({ paidCents: 5_000, creditCents: 500, state: 'overpaid' });
  const photos = webWhole({
    collection: webCollection({ id: 'C2', title: 'Photos' }),
    families: [webFamily({ id: 'lea2' })],
  });
  const sent = await open(webWhole({ families: [rich] }), {
    [list]: { collections: [photos.collection], waiting: [] },
    [`${list}/C2`]: photos,
  });
  const dialog = await ask('Reporter le trop-perçu de Léa M.');
  press(dialog, 'Reporter');
  expect(dialog.getAllByText('Choisissez où va cet argent.').length).toBeGreaterThan(0);
  await dialog.findByRole('option', { name: 'Photos' });
  fireEvent.change(dialog.getByLabelText('Vers la collecte'), { target: { value: 'C2' } });
  await dialog.findByRole('option', { name: 'Léa M., CM2' });
  press(dialog, 'Reporter');
  expect(await lastOf(sent)).toMatchObject({
    path: `${base}/credits`,
    body: { familyId: 'lea', amountCents: 500, to: { collectionId: 'C2', familyId: 'lea2' } },
  });
});

test('a payment moves to where it belongs', async () => {
  const sent = await open(webWhole({ families: [webFamily(), webFamily({ id: 'tom' })] }), {
    [list]: { collections: [webCollection()], waiting: [] },
  });
  const dialog = await ask('Déplacer le paiement de Léa M.');
  await dialog.findByRole('option', { name: 'Classe de mer' });
  fireEvent.change(dialog.getByLabelText('Vers la collecte'), { target: { value: 'C1' } });
  await dialog.findByLabelText('Pour la famille de');
  press(dialog, 'Déplacer');
  expect(await lastOf(sent)).toMatchObject({
    path: `${base}/moves`,
    body: { paymentId: 'P1', to: { collectionId: 'C1', familyId: 'tom' } },
  });
});

test('a payment is refunded in part, by a cheque with its number', async () => {
  const sent = await open(webWhole());
  const dialog = await ask('Rembourser le paiement de Léa M.');
  fireEvent.click(dialog.getByLabelText('Chèque'));
  type(dialog, /^Montant rendu/u, '15');
  type(dialog, /^Numéro du chèque émis/u, '1234567');
  press(dialog, 'Enregistrer');
  expect(await lastOf(sent)).toMatchObject({
    path: `${base}/refunds`,
    body: {
      means: 'cheque',
      chequeNumber: '1234567',
      refunds: [{ paymentId: 'P1', amountCents: 1_500 }],
    },
  });
});

test('several payments go back by one entry, never more than each family has here', async () => {
  const payments = [
    webPayment(),
    webPayment({ id: 'P2', familyId: 'tom' }),
    webPayment({ id: 'P3', familyId: 'tom', means: 'platform' }),
  ];
  const tom = webFamily({ id: 'tom', pupil: 'Tom B.', paidCents: 2_000 });
  const sent = await open(webWhole({ families: [webFamily(), tom], payments }));
  const dialog = await ask('Rembourser plusieurs paiements');
  press(dialog, 'Enregistrer');
  expect(await lastOf(sent)).toMatchObject({
    path: `${base}/refunds`,
    body: {
      means: 'transfer',
      refunds: [
        { paymentId: 'P1', amountCents: 4_500 },
        { paymentId: 'P2', amountCents: 2_000 },
      ],
    },
  });
});

test('a cheque that the bank sent back says its charge, or none', async () => {
  const sent = await open(webWhole());
  const dialog = await ask('Chèque impayé de Léa M.');
  type(dialog, /^Frais de la banque/u, '0');
  press(dialog, 'Enregistrer');
  expect(dialog.getAllByText('Indiquez les frais, ou laissez vide.').length).toBeGreaterThan(0);
  type(dialog, /^Frais de la banque/u, '');
  press(dialog, 'Enregistrer');
  expect((await lastOf(sent))?.path).toBe(`${base}/returned-cheques`);
  expect(sent.at(-1)?.body).not.toHaveProperty('feeCents');
});

test('INV-46: online payments of a cancelled collecte are marked until the platform tells', async () => {
  const online = webPayment({ means: 'platform', chequeNumber: undefined });
  const cancelled = {
    collection: webCollection({ status: 'cancelled' }),
    families: [webFamily({ creditCents: 4_500, state: 'overpaid' })],
  };
  await open(webWhole({ ...cancelled, payments: [online] }));
  expect(screen.getByText('À rembourser sur la plateforme')).toBeDefined();
  expect(screen.getByText(/la marque s’efface/u).textContent).toContain('45,00');
  cleanup();
  await open(
    webWhole({ ...cancelled, payments: [{ ...online, refundedCents: online.grossCents }] }),
  );
  expect(screen.queryByText('À rembourser sur la plateforme')).toBeNull();
});
