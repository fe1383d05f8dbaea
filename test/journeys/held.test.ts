import type { Browser, Page } from 'playwright-core';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { callerOf, type Caller } from './support/caller.ts';
import { deliver } from './support/deliver.ts';
import { expectNoBarrier, keepPicture } from './support/screen.ts';
import { pastYearId, today, yearId } from './support/calendar.ts';
import { feeCents, priceCents, tripMessages, type TripFamily } from './support/trip.ts';

const url = (): string => process.env['PORTAL_URL'] ?? '';
/** A cooperative that no other journey changes; its past year is not closed yet. */
const coop = 'oliviers-carros';
const account = `mandataire@${coop}.example`;
const title = 'Sortie au jardin botanique';
const token = `held_${ulid()}`.padEnd(43, '0');
const secret = `whsec_${btoa('a secret of this journey, of 32 b')}`;
const netCents = priceCents - feeCents;

interface Payout {
  readonly id: string;
  readonly suspectId?: string;
  readonly entryId?: string;
}

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly lines: readonly { accountNumber: string; side: string; amountCents: number }[];
}

let browser: Browser;
let page: Page;
let mandateHolder: Caller;
let families: readonly TripFamily[];

const send = async (messages: Parameters<typeof deliver>[0]['messages']): Promise<void> => {
  const statuses = await deliver({ url: `${url()}/hooks/jaikan/${token}`, secret, messages });
  expect(new Set(statuses)).toEqual(new Set([200]));
};

async function entryOf(id: string, year = yearId): Promise<Entry | undefined> {
  const path = `/api/coops/${coop}/years/${year}/entries`;
  const { entries } = await mandateHolder.get<{ entries: readonly Entry[] }>(path);
  return entries.find((entry) => entry.id === id);
}

async function payoutOf(id: string): Promise<Payout | undefined> {
  const path = `/api/coops/${coop}/payouts`;
  const { payouts } = await mandateHolder.get<{ payouts: readonly Payout[] }>(path);
  return payouts.find((payout) => payout.id === id);
}

const worked = { timeout: 60_000, interval: 200 };

/** Somebody types what the bank shows, then the platform tells its payout: one money or two? */
async function suspectedPayout(first: number, of: readonly TripFamily[]) {
  const typedId = ulid();
  await mandateHolder.post(`/api/coops/${coop}/entries`, {
    id: typedId,
    entry: {
      kind: 'income',
      entryDate: today(),
      label: 'Virement Jaïkan reçu en banque',
      treasuryAccountNumber: '512',
      paymentMeans: 'transfer',
      attachmentIds: [],
      noVoucherReason: 'Le détail est attendu de la plateforme.',
      splits: [{ accountNumber: '7080', amountCents: of.length * netCents }],
    },
  });
  const { payments, payout } = tripMessages(of, title, { first });
  await send([...payments, payout]);
  const payoutId = payout.body.data.payout.id;
  await expect.poll(() => payoutOf(payoutId), worked).toMatchObject({ suspectId: typedId });
  await page.goto(`${url()}/coops/${coop}/plateformes`);
  await page.getByRole('button', { name: new RegExp(`^Décider.*${4_207 + first}`, 'u') }).click();
  const dialog = page.getByRole('dialog', { name: /même recette/u });
  await dialog.getByText('Une écriture saisie à la main').waitFor();
  return { typedId, payoutId, dialog };
}

/** A page of somebody who is signed in. */
async function openAs(mail: string): Promise<Page> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
  });
  await context.request.post(`${url()}/local/sign-in`, { data: { account: mail } });
  const opened = await context.newPage();
  opened.setDefaultTimeout(20_000);
  return opened;
}

beforeAll(async () => {
  browser = await launchBrowser();
  page = await openAs(account);
  mandateHolder = await callerOf(url(), account);
  await mandateHolder.post(`/api/coops/${coop}/platforms`, {
    token,
    provider: 'jaikan',
    mode: 'live',
    secret,
  });
  ({ families } = await mandateHolder.put<{ families: TripFamily[] }>(
    `/api/coops/${coop}/collections/${ulid()}`,
    {
      title,
      accountNumber: '7080',
      expectedCents: priceCents,
      dueOn: '2027-06-30',
      families: ['Léa', 'Adam', 'Zoé', 'Tom'].map((name) => ({
        id: ulid(),
        pupil: `${name} Martin`,
        className: 'CM1',
      })),
    },
  ));
});
afterAll(async () => {
  await browser?.close();
});

test('a payout that was typed by hand is linked to that entry, which gets its voucher', async () => {
  const { typedId, payoutId, dialog } = await suspectedPayout(0, families.slice(0, 1));
  await expectNoBarrier(page);
  await keepPicture(page, 'held-1-decision');
  await dialog.getByRole('button', { name: 'C’est la même recette' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Le versement est rattaché à votre écriture').waitFor();
  await expect.poll(() => payoutOf(payoutId), worked).toMatchObject({ entryId: typedId });
  expect(await entryOf(typedId)).toMatchObject({ kind: 'income' });
  await page.reload();
  await page.getByRole('button', { name: /^Pièces du versement.*4207/u }).click();
  await page.getByRole('dialog').getByText('Justificatif').first().waitFor();
  await keepPicture(page, 'held-2-papers');
});

test('a payout beside an entry of that amount is booked on its own, when it is other money', async () => {
  const { typedId, payoutId, dialog } = await suspectedPayout(1, families.slice(1, 3));
  await dialog.getByRole('button', { name: 'Comptabiliser quand même' }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect
    .poll(() => payoutOf(payoutId), worked)
    .toMatchObject({ entryId: expect.not.stringContaining(typedId) });
  const booked = await entryOf((await payoutOf(payoutId))?.entryId ?? '');
  expect(booked).toMatchObject({
    kind: 'payout',
    lines: [
      { accountNumber: '512', side: 'debit', amountCents: 2 * netCents },
      { accountNumber: '6278', side: 'debit', amountCents: 2 * feeCents },
      { accountNumber: '7080', side: 'credit', amountCents: 2 * priceCents },
    ],
  });
});

/** The messages of the platforms that ended in the books. */
async function showBooked(of: Page): Promise<void> {
  await of.getByRole('radio', { name: /^Comptabilisé/u }).check();
}

test('the association reads what a platform said, masked; whole only for a reason', async () => {
  const helper = await openAs('helene.fabre@occe06.example');
  await helper.goto(`${url()}/coops/${coop}/plateformes`);
  await showBooked(helper);
  await helper
    .getByRole('button', { name: /^Lire le message.*paiement reçu/u })
    .first()
    .click();
  const dialog = helper.getByRole('dialog', { name: 'Message de la plateforme' });
  await dialog.getByText('data.payer_name = (masqué)').waitFor();
  await expectNoBarrier(helper);
  await keepPicture(helper, 'held-5-masked');
  await dialog.getByRole('button', { name: 'Lire le message entier' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('Pourquoi lire le message entier').fill('Appel de la mandataire');
  await dialog.getByRole('button', { name: 'Lire le message entier' }).click();
  await dialog.getByText('"payer_name": "Famille').waitFor();
  await dialog.getByRole('button', { name: 'Copier le message' }).waitFor();
  await expectNoBarrier(helper);
  await keepPicture(helper, 'held-6-whole');
  await page.goto(`${url()}/coops/${coop}/plateformes`);
  await page.getByRole('tab', { name: 'Messages' }).click();
  await showBooked(page);
  await page.getByRole('table', { name: 'Messages des plateformes' }).waitFor();
  expect(await page.getByRole('button', { name: /^Lire le message/u }).count()).toBe(0);
});

test('what a platform held on 31 August is noted as income of that year, in one click', async () => {
  const { payments } = tripMessages(families.slice(3), title, {
    first: 3,
    paidAt: `${yearId}-08-30T10:00:00.000Z`,
  });
  await send(payments);
  await page.goto(`${url()}/coops/${coop}/fin-annee`);
  await page.getByLabel('Exercice').selectOption(pastYearId);
  const book = page.getByRole('button', { name: 'Constater ces sommes' });
  await book.waitFor();
  await expectNoBarrier(page);
  await keepPicture(page, 'held-3-year-end', book);
  await book.click();
  const noted = page.getByText('Sommes constatées');
  await noted.waitFor();
  await book.waitFor({ state: 'detached' });
  await expectNoBarrier(page);
  await keepPicture(page, 'held-4-noted', noted);
  const link = page.getByRole('link', { name: 'Voir l’écriture' });
  const entryId = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
  expect((await entryOf(entryId, pastYearId))?.lines).toMatchObject([
    { accountNumber: '467', side: 'debit', amountCents: netCents },
    { accountNumber: '6278', side: 'debit', amountCents: feeCents },
    { accountNumber: '7080', side: 'credit', amountCents: priceCents },
  ]);
});
