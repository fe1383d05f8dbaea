import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { cfonbOf } from '#test/support/statements.ts';
import { deliver } from './support/deliver.ts';
import { pdfText } from './support/pdf-text.ts';
import { PortalProcess } from './support/portal-process.ts';
import { receiptPhoto } from './support/receipt.ts';
import { asked, downloaded, expectNoBarrier, keepPicture, signIn } from './support/screen.ts';
import { feeCents, priceCents, today, tripMessages, type TripFamily } from './support/trip.ts';

/**
 * The acceptance story, from the first entry to the consolidated export, in a real browser, in
 * order: each chapter goes on from the one before.
 */
let portal: PortalProcess;
let browser: Browser;
let camille: Page;

const title = 'Sortie à l’aquarium';
const coop = '/coops/oliviers-nice';
const at = (path: string): string => `${portal.url}${path}`;
const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(at(path));
  await page.getByRole('heading', { level: 1 }).first().waitFor();
};
const french = (text: string | null): string =>
  (text ?? '').replace(/[\u00A0\u202F\s]+/gu, ' ').trim();

interface Whole {
  readonly families: readonly (TripFamily & { readonly id: string; readonly state: string })[];
  readonly payments: readonly { readonly state: string }[];
}
interface Entries {
  readonly entries: readonly {
    readonly id: string;
    readonly kind: string;
    readonly number?: number;
    readonly label: string;
    readonly voucherSha256?: string;
    readonly lines: readonly { accountNumber: string; side: string; amountCents: number }[];
  }[];
}
const collectionPath = (): string => new URL(camille.url()).pathname;
const readCollection = (path: string) =>
  asked<Whole>(camille.context(), at(`/api${path.replace('/collectes/', '/collections/')}`));
const readEntries = () => asked<Entries>(camille.context(), at(`/api${coop}/years/2026/entries`));

beforeAll(async () => {
  [portal, browser] = await Promise.all([PortalProcess.start(), launchBrowser()]);
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail' || !camille) return;
  await camille.screenshot({
    path: `pictures/failed-${task.name.slice(0, 2)}.png`,
    fullPage: true,
  });
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

test('1. a mandataire signs in and sees how much is there and what to do', async () => {
  camille = await signIn(browser, portal.url, 'Camille Roux');
  await open(camille, coop);
  await camille.getByText('En banque').first().waitFor();
  await camille.getByRole('link', { name: /Préparer\set\sdéposer\sle\sCRF\s2025-2026/u }).waitFor();
  await expectNoBarrier(camille);
  await keepPicture(camille, '01-accueil');
});

test('2. she notes an expense with the photo of its receipt', async () => {
  await open(camille, `${coop}/saisie?genre=depense`);
  await camille.getByLabel('Combien').fill('18,50');
  await camille.getByLabel('Payé à qui').fill('Lignes d’Azur');
  await camille.getByLabel('Pour quoi').fill('Bus pour l’aquarium');
  await camille.getByRole('combobox', { name: /Quelle\ssorte\sde\sdépense/u }).fill('bus');
  await camille.getByRole('listbox').getByRole('option').first().click();
  await camille.getByRole('radio', { name: 'Carte' }).check();
  await camille
    .getByLabel('Choisir des fichiers')
    .setInputFiles({ name: 'ticket.png', mimeType: 'image/png', buffer: receiptPhoto() });
  await camille.getByText('Joint').waitFor();
  await keepPicture(camille, '02-depense');
  await expectNoBarrier(camille);
  await camille.getByRole('button', { name: 'Enregistrer l’écriture' }).click();
  await camille
    .getByText(/Écriture\sn°\s\d+\senregistrée/u)
    .first()
    .waitFor();
});

test('2b. a form that is refused says why on the field and keeps what was typed', async () => {
  await open(camille, `${coop}/saisie?genre=depense`);
  await camille.getByLabel('Combien').fill('1.234,56');
  await camille.getByLabel('Pour quoi').fill('Peinture');
  await camille.getByRole('button', { name: 'Enregistrer l’écriture' }).click();
  await camille.getByRole('alert').first().waitFor();
  await camille.reload();
  await camille.getByRole('heading', { level: 1 }).first().waitFor();
  expect(await camille.getByLabel('Combien').inputValue()).toBe('1.234,56');
  expect(await camille.getByLabel('Pour quoi').inputValue()).toBe('Peinture');
  await expectNoBarrier(camille);
  await camille.evaluate(() => localStorage.clear());
});

test('2c. an income shared between two accounts, and an advance to a class', async () => {
  await open(camille, `${coop}/saisie?genre=recette`);
  await camille.getByLabel('Combien').fill('90');
  await camille.getByLabel('Reçu de qui').fill('Familles');
  await camille.getByLabel('Pour quoi').fill('Marché d’automne');
  await camille.getByRole('button', { name: 'Répartir sur plusieurs comptes' }).click();
  const share = async (index: number, account: string, amount: string): Promise<void> => {
    await camille.getByRole('combobox', { name: `Compte ${index}` }).fill(account);
    await camille.getByRole('listbox').getByRole('option').first().click();
    await camille.getByLabel(`Montant ${index}`).fill(amount);
  };
  await share(1, '7070', '60');
  await share(2, '7700', '30');
  await camille.getByText('Tout est réparti.').waitFor();
  await camille.getByRole('radio', { name: 'Espèces' }).check();
  await camille.getByRole('button', { name: 'Enregistrer l’écriture' }).click();
  await camille
    .getByText(/Écriture\sn°\s\d+\senregistrée/u)
    .first()
    .waitFor();

  await open(camille, `${coop}/saisie?genre=virement`);
  await camille.getByRole('radio', { name: /Déposer\sdes\sespèces\sà\sla\sbanque/u }).check();
  await camille.getByLabel('Combien').fill('80');
  await camille.getByLabel('Pour quoi').fill('Dépôt d’espèces');
  await camille.getByRole('button', { name: 'Enregistrer l’écriture' }).click();
  await camille
    .getByText(/Écriture\sn°\s\d+\senregistrée/u)
    .first()
    .waitFor();

  await open(camille, `${coop}/saisie?genre=virement`);
  await camille.getByRole('radio', { name: /Confier\sune\savance\sà\sune\sclasse/u }).check();
  await camille.getByRole('radio', { name: /Caisse/u }).check();
  await camille.getByLabel('Combien').fill('40');
  await camille.getByLabel('Pour quoi').fill('Régie de la classe de CM2');
  await camille.getByRole('button', { name: 'Enregistrer l’écriture' }).click();
  await camille
    .getByText(/Écriture\sn°\s\d+\senregistrée/u)
    .first()
    .waitFor();
  const { entries } = await readEntries();
  expect(entries.find(({ label }) => label === 'Marché d’automne')?.lines).toHaveLength(3);
  await open(camille, `${coop}/journal`);
  await camille.getByText('Régie de la classe de CM2').first().waitFor();
  await expectNoBarrier(camille);
  await keepPicture(camille, '03-journal');
});

let tripPath: string;

test('3. she opens a collecte for thirty families', async () => {
  await open(camille, `${coop}/collectes/nouvelle`);
  const names =
    'Léa Adam Jade Noah Emma Rayan Lina Hugo Chloé Louis Inès Gabriel Manon Sacha Zoé Tom Alice Yanis Rose Maël Nina Paul Sarah Ethan Julia Naël Louna Axel Mila Théo';
  await camille.getByLabel('Nom de la collecte').fill(title);
  await camille.getByLabel('Participation par enfant').fill('45');
  await camille.getByRole('textbox', { name: /Date limite/u }).fill('31/12/2026');
  await camille.getByLabel('Classe').fill('CM1');
  await camille.getByLabel('Familles').fill(
    names
      .split(' ')
      .map((name, index) => `${name} ${String.fromCodePoint(65 + (index % 26))}.`)
      .join('\n'),
  );
  await camille.getByText('30 familles lues').waitFor();
  await expectNoBarrier(camille);
  await keepPicture(camille, '04-nouvelle-collecte');
  await camille.getByRole('button', { name: 'Ouvrir la collecte' }).click();
  await camille.getByRole('heading', { level: 1, name: title }).waitFor();
  tripPath = collectionPath();
});

test('4. payments arrive twice and in disorder; the payout becomes one entry with its voucher', async () => {
  const { families } = await readCollection(tripPath);
  const { payments, payout } = tripMessages(families.slice(0, 27), title);
  const { endpoints } = await asked<{
    endpoints: { provider: string; path: string; secret: string }[];
  }>(camille.context(), at('/local/demo'));
  const endpoint = endpoints.find(({ provider }) => provider === 'jaikan');
  if (!endpoint) throw new Error('no endpoint');
  const shuffled = [
    ...payments.slice(9),
    payout,
    ...payments.slice(0, 9),
    ...payments.slice(20),
    payout,
  ];
  const statuses = await deliver({
    url: at(endpoint.path),
    secret: endpoint.secret,
    messages: shuffled,
  });
  expect(new Set(statuses)).toEqual(new Set([200]));
  const forged = await deliver({
    url: at(endpoint.path),
    secret: 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',
    messages: [payout],
  });
  expect(forged[0]).toBe(401);
  await expect
    .poll(
      async () => (await readEntries()).entries.filter(({ kind }) => kind === 'payout').length,
      { timeout: 60_000 },
    )
    .toBe(1);
  const entry = (await readEntries()).entries.find(({ kind }) => kind === 'payout');
  const sideOf = (accountNumber: string) =>
    entry?.lines
      .filter((line) => line.accountNumber === accountNumber)
      .map(({ side, amountCents }) => [side, amountCents]);
  expect(sideOf('7080')).toEqual([['credit', 27 * priceCents]]);
  expect(sideOf('6278')).toEqual([['debit', 27 * feeCents]]);
  expect(sideOf('512')).toEqual([['debit', 27 * (priceCents - feeCents)]]);
  expect(entry?.voucherSha256).toMatch(/^[0-9a-f]{64}$/u);
  await open(camille, tripPath);
  await camille.getByText('27 sur 30').first().waitFor();
  await expectNoBarrier(camille);
  await keepPicture(camille, '05-collecte');
  await open(camille, `${coop}/plateformes`);
  await camille.getByText('Comptabilisé').first().waitFor();
  await expectNoBarrier(camille);
  await keepPicture(camille, '06-plateformes');
});

test('4b. the voucher lists the twenty-seven payments', async () => {
  const entry = (await readEntries()).entries.find(({ kind }) => kind === 'payout');
  await open(camille, `${coop}/ecritures/${entry?.id}`);
  await expectNoBarrier(camille);
  await keepPicture(camille, '07-ecriture');
  const { attachmentIds } = entry as unknown as { attachmentIds: string[] };
  const { url } = await asked<{ url: string }>(
    camille.context(),
    at(`/api${coop}/attachments/${attachmentIds[0]}`),
  );
  const answer = await camille.context().request.get(url);
  const text = await pdfText(new Uint8Array(await answer.body()));
  expect(text.match(/pay_\d+/gu)).toHaveLength(27);
  expect(text).toContain('1 215,00 €');
  expect(text).toContain('1 197,45 €');
  expect(text).toContain('Léa A.');
});

test('5. a power cut in the middle loses nothing', async () => {
  const before = await readEntries();
  await portal.kill();
  await portal.run();
  expect(await readEntries()).toEqual(before);
});

test('6. two families pay by cheque, one in cash: two entries for the three', async () => {
  await open(camille, tripPath);
  const note = async (
    pupil: string,
    means: 'Chèque' | 'Espèces',
    cheque?: string,
  ): Promise<void> => {
    await camille
      .getByRole('button', {
        name: new RegExp(`Noter un chèque ou des espèces pour ${pupil}`, 'u'),
      })
      .click();
    const dialog = camille.getByRole('dialog');
    await dialog.getByRole('radio', { name: means }).check();
    if (cheque !== undefined) await dialog.getByLabel('Numéro du chèque').fill(cheque);
    await dialog.getByRole('button', { name: 'Noter le paiement' }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  const { families } = await readCollection(tripPath);
  const [first, second, third] = families.filter(({ state }) => state === 'unpaid');
  await note(first?.pupil ?? '', 'Chèque', '4410021');
  await note(second?.pupil ?? '', 'Chèque', '4410022');
  await note(third?.pupil ?? '', 'Espèces');
  await camille.getByRole('button', { name: /Remettre\s2\schèques\sen\sbanque/u }).click();
  await expectNoBarrier(camille);
  await camille.getByLabel('Numéro du bordereau').fill('7185464');
  await camille.getByRole('dialog').getByRole('button', { name: 'Enregistrer l’écriture' }).click();
  await camille.getByRole('dialog').waitFor({ state: 'detached' });
  await camille.getByRole('button', { name: /Mettre\sles\sespèces\sen\scaisse/u }).click();
  await camille.getByRole('dialog').getByRole('button', { name: 'Enregistrer l’écriture' }).click();
  await camille.getByRole('dialog').waitFor({ state: 'detached' });
  await camille.getByText('30 sur 30').first().waitFor();
});

const upload = async (name: string, content: Buffer): Promise<void> => {
  const file = join(portal.folder, name);
  writeFileSync(file, content);
  await camille.getByLabel('Choisir un fichier').setInputFiles(file);
};

test('7. the bank’s file is imported, matched, and what is left is explained', async () => {
  const demo = await camille.context().request.get(at('/local/files/releve-oliviers.ofx'));
  await open(camille, `${coop}/banque`);
  await upload('releve.ofx', await demo.body());
  await camille
    .getByText(/nouvelles/u)
    .first()
    .waitFor();
  await upload('releve.ofx', await demo.body());
  await camille.getByText(/déjà/u).first().waitFor();
  const closing = 732_170;
  const statement = cfonbOf({
    account: ['99999', '06000', '12345600000'],
    from: '2026-11-20',
    to: today(),
    openingCents: closing,
    operations: [
      {
        date: today(),
        cents: 27 * (priceCents - feeCents),
        label: 'VIR JAIKAN VERSEMENT 4207',
        code: '18',
      },
      {
        date: today(),
        cents: 2 * priceCents,
        label: 'REMISE CHEQUE 7185464 002 CHQ',
        code: '02',
        number: '7185464',
      },
      { date: today(), cents: 8_000, label: 'VERSEMENT ESPECES AUTOMNE', code: '04' },
      { date: today(), cents: -1_850, label: 'CB LIGNES D AZUR', code: '11' },
    ],
  });
  await upload('releve.txt', Buffer.from(statement, 'latin1'));
  await camille.getByText(/4\slignes\snouvelles/u).waitFor();
  await expectNoBarrier(camille);
  await keepPicture(camille, '08-banque');
  await camille.getByRole('button', { name: /Confirmer\sles\s\d+\ssûres/u }).click();
  await camille
    .getByText(/\d+\slignes\srapprochées\./u)
    .first()
    .waitFor({ timeout: 60_000 });
  await expect
    .poll(() => camille.locator('main [aria-busy="true"]').count(), { timeout: 60_000 })
    .toBe(0);
  for (const label of [
    'JAIKAN VERSEMENT 4207',
    'REMISE CHEQUE 7185464',
    'VERSEMENT ESPECES AUTOMNE',
    'LIGNES D AZUR',
  ]) {
    const confirm = camille.getByRole('button', {
      name: new RegExp(`^Confirmer : .*${label}`, 'u'),
    });
    if ((await confirm.count()) === 0) continue;
    await confirm.first().click();
    await confirm.first().waitFor({ state: 'detached' });
  }
  await camille
    .getByText(/VERSEMENT\s4207/u)
    .first()
    .waitFor();
  const text = french(await camille.getByRole('main').textContent());
  expect(text).toMatch(/Tout\sest\sexpliqué|Écart\sde/u);
  await keepPicture(camille, '09-banque-rapprochee');
});

test('7b. files that cannot be imported are refused in words, and import nothing', async () => {
  const refused = async (name: string, content: Buffer, words: RegExp): Promise<void> => {
    await open(camille, `${coop}/banque`);
    await upload(name, content);
    await camille.getByRole('main').getByText(words).first().waitFor();
  };
  const whole = Buffer.from(
    cfonbOf({
      account: ['99999', '06000', '12345600000'],
      from: today(),
      to: today(),
      openingCents: 0,
      operations: [{ date: today(), cents: 100, label: 'X' }],
    }),
    'latin1',
  );
  await refused('coupe.txt', whole.subarray(0, 200), /incomplet|Rien\sn’a\sété\simporté/u);
  await refused('vide.ofx', Buffer.alloc(0), /vide/u);
  await refused('photo.png', receiptPhoto(), /Rien\sn’a\sété\simporté/u);
  await refused(
    'autre.txt',
    Buffer.from(cfonbOf({ from: today(), to: today(), openingCents: 0, operations: [] }), 'latin1'),
    /autre\scompte/u,
  );
  await refused('gros.ofx', Buffer.alloc(20_000_000, 65), /Mo|grand/u);
});

test('8. the year is controlled, signed by two verifiers by link, and filed', async () => {
  await open(camille, `${coop}/fin-annee`);
  for (const [denomination, count] of [
    [10_000, 1],
    [5_000, 1],
    [1_000, 1],
    [100, 1],
    [10, 1],
  ] as const)
    await camille.locator(`#champ-count-${denomination}`).fill(String(count));
  await camille.getByText('comme dans les écritures').waitFor();
  await camille.getByRole('button', { name: 'Enregistrer le comptage' }).click();
  await camille
    .getByText(/Arrêté\sde\scaisse\senregistré/u)
    .first()
    .waitFor();
  await camille.getByLabel('Qui a versé').fill('Commune de Nice');
  await camille.locator('[id="champ-subsidies.0.amountCents"]').fill('480');
  await camille.getByRole('button', { name: 'Enregistrer les subventions' }).click();
  await camille
    .getByText(/subventions\senregistré/u)
    .first()
    .waitFor();
  for (const [name, quality] of [
    ['Paul Giraud', 'Parent'],
    ['Nadia Colin', 'Enseignant'],
  ] as const) {
    await camille.getByRole('button', { name: 'Inviter un vérificateur' }).click();
    await camille.getByLabel('Prénom et nom').fill(name);
    await camille.getByRole('radio', { name: quality }).check();
    await camille.getByRole('button', { name: 'Créer le lien' }).click();
    const link = await camille.getByLabel('Lien de signature').inputValue();
    await camille.getByRole('button', { name: 'Terminé' }).click();
    await signQuitus(link, name);
  }
  await open(camille, `${coop}/fin-annee`);
  await expectNoBarrier(camille);
  await keepPicture(camille, '10-fin-annee');
  await camille.getByRole('button', { name: 'Déposer le CRF au siège' }).click();
  await camille.getByRole('dialog').getByRole('button', { name: 'Déposer', exact: true }).click();
  await camille.getByText('CRF déposé').first().waitFor();
  const paper = await downloaded(camille, () =>
    camille.getByRole('button', { name: /Télécharger\sle\sCRF/u }).click(),
  );
  const text = await pdfText(paper);
  for (const words of [
    'Coopérative des Oliviers',
    'Commune de Nice',
    'Paul Giraud',
    'Nadia Colin',
    '480,00 €',
    '161,10 €',
  ])
    expect(text).toContain(words);
  expect(text).not.toContain('PROJET');
});

async function signQuitus(link: string, name: string): Promise<void> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel('Votre prénom et votre nom').fill(name);
  await page.getByRole('checkbox', { name: /J’ai\svérifié\sles\scomptes/u }).check();
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'Signer le quitus' }).click();
  await page.getByText('Quitus signé').waitFor();
  await page.screenshot({ path: 'pictures/story/11-quitus-360.png', fullPage: true });
  await context.close();
}

let office: Page;

test('9. the head office sees it arrive and accepts it', async () => {
  office = await signIn(browser, portal.url, 'Hélène Fabre');
  await open(office, '/siege/06');
  await office.getByLabel('Exercice').selectOption('2025');
  await office.getByRole('searchbox').fill('oliviers nice');
  await office.getByText('À examiner').nth(1).waitFor();
  await expectNoBarrier(office);
  await keepPicture(office, '12-siege');
  await office.getByRole('link', { name: 'Coopérative des Oliviers' }).first().click();
  await office.getByRole('button', { name: 'Accepter le CRF' }).waitFor();
  await expectNoBarrier(office);
  await keepPicture(office, '13-crf-depose');
  await office.getByRole('button', { name: 'Accepter le CRF' }).click();
  await office.getByText('Accepté').first().waitFor();
});

test('10. the consolidated export holds the year of the cooperative, to the cent', async () => {
  await open(office, '/siege/06');
  await office.getByLabel('Exercice').selectOption('2025');
  await office.getByRole('button', { name: /Préparer\sl’export\s2025-2026/u }).click();
  await office
    .getByRole('link', { name: /\.csv$/u })
    .first()
    .waitFor({ timeout: 60_000 });
  const csv = await downloaded(office, () =>
    office
      .getByRole('link', { name: /\.csv$/u })
      .first()
      .click(),
  );
  const rows = new TextDecoder().decode(csv).split('\r\n');
  const row = rows.find((line) => line.includes('06-0001'));
  expect(rows[0]).toContain(';');
  expect(row).toContain('Coopérative des Oliviers');
  expect(row).toContain(';5529,10;161,10;');
  await office
    .getByRole('link', { name: /\.xlsx$/u })
    .first()
    .waitFor();
  await office
    .getByText(/CRF\sen\sPDF/u)
    .first()
    .waitFor();
  await keepPicture(office, '14-exports');
});

test('11. she hands the mandate over: her last day is today, the colleague’s first is tomorrow', async () => {
  await open(camille, `${coop}/mandats`);
  await camille.getByRole('button', { name: /Préparer\sla\spassation/u }).click();
  await camille.getByLabel(/Qui\svous\sremplace/u).fill('Noé Castelli');
  await camille.getByLabel('Son adresse électronique').fill('noe.castelli@oliviers.example');
  await camille
    .getByRole('textbox', { name: /Votre dernier jour/u })
    .fill(today().split('-').reverse().join('/'));
  await camille.locator('form').getByRole('button').last().click();
  await expectNoBarrier(camille);
  await keepPicture(camille, '15-passation');
  await camille.getByRole('main').getByRole('button').first().click();
  await camille.getByText(/La\spassation\sà\sNoé\sCastelli\sest\senregistrée/u).waitFor();
  const { mandates } = await asked<{
    mandates: { name: string; role: string; until?: string; from: string }[];
  }>(camille.context(), at(`/api${coop}/mandates`));
  expect(mandates).toContainEqual(
    expect.objectContaining({ name: 'Camille Roux', until: today() }),
  );
  expect(mandates.find(({ name }) => name === 'Noé Castelli')?.from).toMatch(/^2026|^2027/u);
});

const sample = '../shared/samples/bank/ofx/CONSTR-lbp-2011-wrapped-name.ofx';

test.skipIf(!existsSync(sample))(
  '12. a statement of La Banque Postale is read on a second account',
  async () => {
    await open(camille, `${coop}/banque`);
    await camille.getByRole('button', { name: /Ajouter\sun/u }).click();
    await camille.getByLabel('Nom du compte').fill('Compte postal');
    await camille.getByLabel(/IBAN\sou\snuméro/u).fill('20041-01012-1234567A033');
    await camille.getByRole('radio', { name: /La\sBanque\sPostale/u }).check();
    await camille.getByRole('button', { name: 'Ajouter le compte' }).click();
    await camille.getByLabel('Choisir un fichier').waitFor();
    await upload('ccp.ofx', readFileSync(sample));
    await camille.getByText(/4\slignes\snouvelles/u).waitFor();
  },
);
if (!existsSync(sample))
  console.log('skipped: 12, the folder of bank samples is not beside the project');
