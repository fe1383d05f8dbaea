import { expect, test } from 'vitest';
import { addDays, formatDay } from '#shared/domain/dates.ts';
import { deliver } from '../support/deliver.ts';
import { pdfText } from '#test/support/read-pdf.ts';
import { asked, expectNoBarrier, keepPicture } from '../support/screen.ts';
import { today } from '../support/calendar.ts';
import { feeCents, priceCents, tripMessages } from '../support/trip.ts';
import {
  at,
  collectionPath,
  coop,
  open,
  readCollection,
  readEntries,
  title,
  world,
} from './world.ts';

/** The entries that payouts of the trip became. */
const payoutEntries = async () =>
  (await readEntries()).entries.filter(
    ({ kind, label }) => kind === 'payout' && label.includes(title),
  );

/** A collecte of thirty families, their payments, the payout, a power cut. */
export function tellTheTrip(): void {
  test('3. she opens a collecte for thirty families', async () => {
    await open(world.camille, `${coop}/collectes/nouvelle`);
    const names =
      'Léa Adam Jade Noah Emma Rayan Lina Hugo Chloé Louis Inès Gabriel Manon Sacha Zoé Tom Alice Yanis Rose Maël Nina Paul Sarah Ethan Julia Naël Louna Axel Mila Théo';
    await world.camille.getByLabel('Nom de la collecte').fill(title);
    await world.camille.getByLabel('Participation par enfant').fill('45');
    await world.camille
      .getByRole('textbox', { name: /Date limite/u })
      .fill(formatDay(addDays(today(), 37)));
    await world.camille.getByRole('textbox', { name: /^Classe/u }).fill('CM1');
    await world.camille.getByRole('textbox', { name: /^Familles/u }).fill(
      names
        .split(' ')
        .map((name, index) => `${name} ${String.fromCodePoint(65 + (index % 26))}.`)
        .join('\n'),
    );
    await world.camille.getByText('30 familles lues').waitFor();
    await keepPicture(world.camille, '04-nouvelle-collecte');
    await world.camille.getByRole('button', { name: 'Ouvrir la collecte' }).click();
    await world.camille.getByRole('heading', { level: 1, name: title }).waitFor();
    world.tripPath = collectionPath();
  });

  test('4. payments arrive twice and in disorder; the payout becomes one entry with its voucher', async () => {
    const { families } = await readCollection(world.tripPath);
    const { payments, payout } = tripMessages(families.slice(0, 27), title);
    const { endpoints } = await asked<{
      endpoints: { provider: string; path: string; secret: string }[];
    }>(world.camille.context(), at('/local/demo'));
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
    await expect.poll(async () => (await payoutEntries()).length, { timeout: 60_000 }).toBe(1);
    const [entry] = await payoutEntries();
    const sideOf = (accountNumber: string) =>
      entry?.lines
        .filter((line) => line.accountNumber === accountNumber)
        .map(({ side, amountCents }) => [side, amountCents]);
    expect(sideOf('7080')).toEqual([['credit', 27 * priceCents]]);
    expect(sideOf('6278')).toEqual([['debit', 27 * feeCents]]);
    expect(sideOf('512')).toEqual([['debit', 27 * (priceCents - feeCents)]]);
    expect(entry?.voucherSha256).toMatch(/^[0-9a-f]{64}$/u);
    await open(world.camille, world.tripPath);
    await world.camille.getByText('27 sur 30').first().waitFor();
    await keepPicture(world.camille, '05-collecte');
    await open(world.camille, `${coop}/plateformes`);
    await world.camille.getByText('Comptabilisé').first().waitFor();
    await keepPicture(world.camille, '06-plateformes');
  });

  test('4b. the voucher lists the twenty-seven payments', async () => {
    const [entry] = await payoutEntries();
    await open(world.camille, `${coop}/ecritures/${entry?.id}`);
    await keepPicture(world.camille, '07-ecriture');
    const { attachmentIds } = entry as unknown as { attachmentIds: string[] };
    const { url } = await asked<{ url: string }>(
      world.camille.context(),
      at(`/api${coop}/attachments/${attachmentIds[0]}`),
    );
    const answer = await world.camille.context().request.get(url);
    const text = await pdfText(new Uint8Array(await answer.body()));
    expect(text.match(/pay_\d+/gu)).toHaveLength(27);
    expect(text).toContain('1 215,00 €');
    expect(text).toContain('1 197,45 €');
    expect(text).toContain('Léa A.');
  });

  test('5. a power cut in the middle loses nothing', async () => {
    const before = await readEntries();
    await world.portal.kill();
    await world.portal.run();
    expect(await readEntries()).toEqual(before);
  });

  test('6. two families pay by cheque, one in cash: two entries for the three', async () => {
    await open(world.camille, world.tripPath);
    const note = async (
      pupil: string,
      means: 'Chèque' | 'Espèces',
      cheque?: string,
    ): Promise<void> => {
      await world.camille
        .getByRole('button', {
          name: new RegExp(`Noter un paiement de ${pupil}`, 'u'),
        })
        .click();
      const dialog = world.camille.getByRole('dialog');
      await dialog.getByRole('radio', { name: means }).check();
      if (cheque !== undefined) await dialog.getByLabel('Numéro du chèque').fill(cheque);
      await dialog.getByRole('button', { name: 'Noter le paiement' }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    const { families } = await readCollection(world.tripPath);
    const [first, second, third] = families.filter(({ state }) => state === 'unpaid');
    await note(first?.pupil ?? '', 'Chèque', '4410021');
    await note(second?.pupil ?? '', 'Chèque', '4410022');
    await note(third?.pupil ?? '', 'Espèces');
    await world.camille.getByRole('button', { name: /Remettre\s2\schèques\sen\sbanque/u }).click();
    await expectNoBarrier(world.camille);
    await world.camille.getByLabel('Numéro du bordereau').fill('7185464');
    await world.camille
      .getByRole('dialog')
      .getByRole('button', { name: 'Enregistrer l’écriture' })
      .click();
    await world.camille.getByRole('dialog').waitFor({ state: 'detached' });
    await world.camille.getByRole('button', { name: /Mettre\sles\sespèces\sen\scaisse/u }).click();
    await world.camille
      .getByRole('dialog')
      .getByRole('button', { name: 'Enregistrer l’écriture' })
      .click();
    await world.camille.getByRole('dialog').waitFor({ state: 'detached' });
    await world.camille.getByText('30 sur 30').first().waitFor();
  });
}
