import { expect, test } from 'vitest';
import { addDays } from '#shared/domain/dates.ts';
import { schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';
import { pdfText } from '#test/support/read-pdf.ts';
import { asked, downloaded, expectNoBarrier, keepPicture, signIn } from '../support/screen.ts';
import { pastYearId, today } from '../support/calendar.ts';
import { at, coop, open, world } from './world.ts';

async function signQuitus(link: string, name: string): Promise<void> {
  const context = await world.browser.newContext({
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

/** The year closed, signed, filed, accepted, exported; the mandate handed over. */
export function tellTheClosing(): void {
  test('8. the year is controlled, signed by two verifiers by link, and filed', async () => {
    await open(world.camille, `${coop}/fin-annee`);
    for (const [denomination, count] of [
      [10_000, 1],
      [5_000, 1],
      [1_000, 1],
      [100, 1],
      [10, 1],
    ] as const)
      await world.camille.locator(`#champ-count-${denomination}`).fill(String(count));
    await world.camille.getByText('comme dans les écritures').waitFor();
    await world.camille.getByRole('button', { name: 'Enregistrer le comptage' }).click();
    await world.camille
      .getByText(/Arrêté\sde\scaisse\senregistré/u)
      .first()
      .waitFor();
    await world.camille.getByLabel('Qui a versé').fill('Commune de Nice');
    await world.camille.locator('[id="champ-subsidies.0.amountCents"]').fill('480');
    await world.camille.getByRole('button', { name: 'Enregistrer les subventions' }).click();
    await world.camille
      .getByText(/subventions\senregistré/u)
      .first()
      .waitFor();
    for (const [name, quality] of [
      ['Paul Giraud', 'Parent'],
      ['Nadia Colin', 'Enseignant'],
    ] as const) {
      await world.camille.getByRole('button', { name: 'Inviter un vérificateur' }).click();
      await world.camille.getByLabel('Prénom et nom').fill(name);
      await world.camille.getByRole('radio', { name: quality }).check();
      await world.camille.getByRole('button', { name: 'Créer le lien' }).click();
      const link = await world.camille.getByLabel('Lien de signature').inputValue();
      await world.camille.getByRole('button', { name: 'Terminé' }).click();
      await signQuitus(link, name);
    }
    await open(world.camille, `${coop}/fin-annee`);
    await keepPicture(world.camille, '10-fin-annee');
    await world.camille.getByRole('button', { name: 'Déposer le CRF au siège' }).click();
    await world.camille
      .getByRole('dialog')
      .getByRole('button', { name: 'Déposer', exact: true })
      .click();
    await world.camille.getByText('CRF déposé').first().waitFor();
    const paper = await downloaded(world.camille, () =>
      world.camille.getByRole('button', { name: /Télécharger\sle\sCRF/u }).click(),
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

  test('9. the head office sees it arrive and accepts it', async () => {
    world.office = await signIn(world.browser, world.portal.url, 'Hélène Fabre');
    await open(world.office, '/siege/06');
    await world.office.getByLabel('Exercice').selectOption(pastYearId);
    await world.office.getByRole('searchbox').fill('oliviers nice');
    await world.office.getByText('À examiner').nth(1).waitFor();
    await keepPicture(world.office, '12-siege');
    await world.office.getByRole('link', { name: 'Coopérative des Oliviers' }).first().click();
    await world.office.getByRole('button', { name: 'Accepter le CRF' }).waitFor();
    await keepPicture(world.office, '13-crf-depose');
    await world.office.getByRole('button', { name: 'Accepter le CRF' }).click();
    await world.office.getByText('Accepté').first().waitFor();
  });

  test('10. the consolidated export holds the year of the cooperative, to the cent', async () => {
    await open(world.office, '/siege/06');
    await world.office.getByLabel('Exercice').selectOption(pastYearId);
    await world.office
      .getByRole('button', {
        name: `Préparer l’export ${schoolYearLabel(pastYearId)}`,
      })
      .click();
    await world.office
      .getByRole('link', { name: /\.csv$/u })
      .first()
      .waitFor({ timeout: 60_000 });
    const csv = await downloaded(world.office, () =>
      world.office
        .getByRole('link', { name: /\.csv$/u })
        .first()
        .click(),
    );
    const rows = new TextDecoder().decode(csv).split('\r\n');
    const row = rows.find((line) => line.includes('06-0001'));
    expect(rows[0]).toContain(';');
    expect(row).toContain('Coopérative des Oliviers');
    expect(row).toContain(';5529,10;161,10;');
    await world.office
      .getByRole('link', { name: /\.xlsx$/u })
      .first()
      .waitFor();
    await world.office
      .getByText(/CRF\sen\sPDF/u)
      .first()
      .waitFor();
    await keepPicture(world.office, '14-exports');
  });

  test('11. she hands the mandate over: her last day is today, the colleague’s first is tomorrow', async () => {
    await open(world.camille, `${coop}/mandats`);
    await world.camille.getByRole('button', { name: /Préparer\sla\spassation/u }).click();
    await world.camille.getByLabel(/Qui\svous\sremplace/u).fill('Noé Castelli');
    await world.camille
      .getByLabel('Son adresse électronique')
      .fill('noe.castelli@oliviers.example');
    await world.camille
      .getByRole('textbox', { name: /Votre dernier jour/u })
      .fill(today().split('-').reverse().join('/'));
    await world.camille.locator('form').getByRole('button').last().click();
    await expectNoBarrier(world.camille);
    await keepPicture(world.camille, '15-passation');
    await world.camille.getByRole('main').getByRole('button').first().click();
    await world.camille.getByText(/La\spassation\sà\sNoé\sCastelli\sest\senregistrée/u).waitFor();
    const { mandates } = await asked<{
      mandates: { name: string; role: string; until?: string; from: string }[];
    }>(world.camille.context(), at(`/api${coop}/mandates`));
    expect(mandates).toContainEqual(
      expect.objectContaining({ name: 'Camille Roux', until: today() }),
    );
    expect(mandates.find(({ name }) => name === 'Noé Castelli')?.from).toBe(addDays(today(), 1));
  });
}
