import { request, type APIRequestContext, type Browser } from 'playwright-core';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayInParis } from '#shared/domain/dates.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { faultsOf } from './support/screen.ts';

const url = (): string => process.env['PORTAL_URL'] ?? '';
const coop = 'oliviers-nice';
const mail = `${ulid().toLowerCase()}@familles.example`;

interface Family {
  readonly id: string;
  readonly pupil: string;
  readonly reference: string;
  readonly token: string;
}

let browser: Browser;
let camille: APIRequestContext;
let collectionId: string;
let shareToken: string;
let lea: Family;

const send = async <Answer>(method: 'post' | 'put', path: string, data: object = {}) => {
  const answer = await camille[method](`/api/coops/${coop}${path}`, {
    data,
    headers: { origin: url() },
  });
  expect(answer.ok(), `${path} ${answer.status()}`).toBe(true);
  return (await answer.json()) as Answer;
};

beforeAll(async () => {
  browser = await launchBrowser();
  camille = await request.newContext({ baseURL: url() });
  await camille.post('/local/sign-in', { data: { account: 'camille.roux@oliviers.example' } });
  collectionId = ulid();
  const dueOn = addDays(dayInParis(new Date().toISOString()), 20);
  const opened = await send<{ collection: { shareToken: string }; families: Family[] }>(
    'put',
    `/collections/${collectionId}`,
    {
      title: 'Sortie au musée océanographique',
      purpose: 'Une journée à Monaco avec la classe.',
      accountNumber: '7080',
      expectedCents: 4_500,
      dueOn,
      capacity: 2,
      instalments: [
        { dueOn: addDays(dueOn, -10), amountCents: 2_000 },
        { dueOn, amountCents: 2_500 },
      ],
      paymentPage: { provider: 'stripe', url: 'https://buy.stripe.com/test_abc' },
      families: [
        { id: ulid(), pupil: 'Léa Martin', className: 'CM2', contactMail: mail },
        { id: ulid(), pupil: 'Zoé Durand', className: 'CM2' },
      ],
    },
  );
  ({ shareToken } = opened.collection);
  const [first] = opened.families;
  if (!first) throw new Error('no family');
  lea = first;
});
afterAll(async () => {
  await camille?.dispose();
  await browser?.close();
});

/** A phone on which scripts are off. */
const phone = async (width: number) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'fr-FR',
    viewport: { width, height: 720 },
  });
  return context.newPage();
};

const mailsTo = async (address: string): Promise<readonly string[]> => {
  const list = await (await camille.get('/local/mail')).text();
  return [...list.matchAll(/href="(\/local\/mail\/[^"]+)"[^<]*<\/a>([^<]*)/gu)]
    .filter(([, , after = '']) => after.includes(address))
    .map(([, path = '']) => path);
};

test('on a phone without scripts, a family reads what is asked, answers, and finds its receipt', async () => {
  const page = await phone(320);
  const answer = await page.goto(`${url()}/f/${lea.token}`);
  expect(answer?.headers()).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
  await page.getByRole('heading', { level: 1, name: 'Sortie au musée' }).waitFor();
  const pay = page.getByRole('link', { name: 'Payer en ligne' });
  expect(await pay.getAttribute('href')).toBe(
    `https://buy.stripe.com/test_abc?client_reference_id=${lea.reference}`,
  );
  await page.getByRole('button', { name: 'Confirmer sa place' }).click();
  await page.getByText('la place de votre enfant est confirmée').waitFor();

  await page.goto(`${url()}/f/${lea.token}?retour=succeeded`);
  await page.getByText('Paiement en cours de confirmation').waitFor();
  await send('post', `/collections/${collectionId}/payments`, {
    id: ulid(),
    familyId: lea.id,
    means: 'cheque',
    chequeNumber: '0001234',
    amountCents: 2_000,
    paidOn: dayInParis(new Date().toISOString()),
  });
  await page.goto(`${url()}/f/${lea.token}`);
  await page.getByText('restent à payer').waitFor();
  await page.getByRole('link', { name: /^reçu/u }).click();
  await page.getByRole('heading', { level: 1, name: 'Reçu de paiement' }).waitFor();
  await page.context().close();
});

test('no barrier and no sideways scroll, at both widths, by day and by night', async () => {
  const faults: string[] = [];
  // Axe is a script: here the page itself still has none.
  const context = await browser.newContext({ locale: 'fr-FR', bypassCSP: true });
  const page = await context.newPage();
  const paths = [lea.token, shareToken, `${lea.token}?retour=1`, `${lea.token}/rappels`, 'inconnu'];
  for (const path of paths)
    for (const [width, colorScheme] of [
      [320, 'light'],
      [360, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 720 });
      await page.emulateMedia({ colorScheme });
      await page.goto(`${url()}/f/${path}`);
      faults.push(...(await faultsOf(page, `${path} ${width} ${colorScheme}`, colorScheme)));
    }
  await context.close();
  expect(faults).toEqual([]);
}, 120_000);

test('the receipt and the reminder arrive once each, and one click stops what follows', async () => {
  await send('post', `/collections/${collectionId}/reminders`);
  await expect.poll(() => mailsTo(mail).then((mails) => mails.length), { timeout: 30_000 }).toBe(2);
  await send('post', `/collections/${collectionId}/reminders`);
  const page = await phone(360);
  const [newest = ''] = await mailsTo(mail);
  await page.goto(url() + newest);
  await page.goto(`${url()}/f/${lea.token}/rappels`);
  await page.getByRole('button', { name: 'Ne plus recevoir de rappels' }).click();
  await page.getByText('vous ne recevrez plus de rappel').waitFor();
  expect(await mailsTo(mail)).toHaveLength(2);
  await page.context().close();
});

test('the mandataire prints the letters and finds the link and its code on the collecte', async () => {
  const { url: pdf, letterCount } = await send<{ url: string; letterCount: number }>(
    'post',
    `/collections/${collectionId}/letters`,
  );
  expect(letterCount).toBe(2);
  const file = await camille.get(pdf);
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
  const context = await browser.newContext({ locale: 'fr-FR' });
  await context.request.post(`${url()}/local/sign-in`, {
    data: { account: 'camille.roux@oliviers.example' },
  });
  const page = await context.newPage();
  await page.goto(`${url()}/coops/${coop}/collectes/${collectionId}`);
  await page.getByRole('link', { name: `/f/${shareToken}` }).waitFor();
  await page.getByRole('img', { name: 'Code à scanner' }).waitFor();
  await page.getByRole('button', { name: 'Imprimer les lettres' }).waitFor();
  await page.getByRole('button', { name: 'Envoyer les rappels' }).waitFor();
  await context.close();
});
