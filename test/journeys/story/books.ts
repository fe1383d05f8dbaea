import { expect, test } from 'vitest';
import { schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';
import { pastYearId } from '../support/calendar.ts';
import { receiptPhoto } from '../support/receipt.ts';
import { expectNoBarrier, keepPicture, signIn } from '../support/screen.ts';
import { coop, open, readEntries, world } from './world.ts';

/** Signing in, and the entries of an ordinary day. */
export function tellTheBooks(): void {
  test('1. a mandataire signs in and sees how much is there and what to do', async () => {
    world.camille = await signIn(world.browser, world.portal.url, 'Camille Roux');
    await open(world.camille, coop);
    await world.camille.getByText('En banque').first().waitFor();
    await world.camille
      .getByRole('link', {
        name: `Préparer et déposer le CRF ${schoolYearLabel(pastYearId)}`,
      })
      .waitFor();
    await keepPicture(world.camille, '01-accueil');
  });

  test('2. she notes an expense with the photo of its receipt', async () => {
    await open(world.camille, `${coop}/saisie?genre=depense`);
    await world.camille.getByLabel('Combien').fill('18,50');
    await world.camille.getByLabel('Payé à qui').fill('Lignes d’Azur');
    await world.camille.getByLabel('Pour quoi').fill('Bus pour l’aquarium');
    await world.camille.getByRole('combobox', { name: /Quelle\ssorte\sde\sdépense/u }).fill('bus');
    await world.camille.getByRole('listbox').getByRole('option').first().click();
    await world.camille.getByRole('radio', { name: 'Carte' }).check();
    await world.camille
      .getByLabel('Choisir des fichiers')
      .setInputFiles({ name: 'ticket.png', mimeType: 'image/png', buffer: receiptPhoto() });
    await world.camille.getByText('Joint').waitFor();
    await keepPicture(world.camille, '02-depense');
    await world.camille.getByRole('button', { name: 'Enregistrer l’écriture' }).click();
    await world.camille
      .getByText(/Écriture\sn°\s\d+\senregistrée/u)
      .first()
      .waitFor();
  });

  test('2b. a form that is refused says why on the field and keeps what was typed', async () => {
    await open(world.camille, `${coop}/saisie?genre=depense`);
    await world.camille.getByLabel('Combien').fill('1.234,56');
    await world.camille.getByLabel('Pour quoi').fill('Peinture');
    await world.camille.getByRole('button', { name: 'Enregistrer l’écriture' }).click();
    await world.camille.getByRole('alert').first().waitFor();
    await world.camille.reload();
    await world.camille.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await world.camille.getByLabel('Combien').inputValue()).toBe('1.234,56');
    expect(await world.camille.getByLabel('Pour quoi').inputValue()).toBe('Peinture');
    await expectNoBarrier(world.camille);
    await world.camille.evaluate(() => localStorage.clear());
  });

  test('2c. an income shared between two accounts, and an advance to a class', async () => {
    await open(world.camille, `${coop}/saisie?genre=recette`);
    await world.camille.getByLabel('Combien').fill('90');
    await world.camille.getByLabel('Reçu de qui').fill('Familles');
    await world.camille.getByLabel('Pour quoi').fill('Marché d’automne');
    await world.camille.getByRole('button', { name: 'Répartir sur plusieurs comptes' }).click();
    const share = async (index: number, account: string, amount: string): Promise<void> => {
      await world.camille.getByRole('combobox', { name: `Compte ${index}` }).fill(account);
      await world.camille.getByRole('listbox').getByRole('option').first().click();
      await world.camille.getByLabel(`Montant ${index}`).fill(amount);
    };
    await share(1, '7070', '60');
    await share(2, '7700', '30');
    await world.camille.getByText('Tout est réparti.').waitFor();
    await world.camille.getByRole('radio', { name: 'Espèces' }).check();
    await world.camille.getByRole('button', { name: 'Enregistrer l’écriture' }).click();
    await world.camille
      .getByText(/Écriture\sn°\s\d+\senregistrée/u)
      .first()
      .waitFor();

    await open(world.camille, `${coop}/saisie?genre=virement`);
    await world.camille
      .getByRole('radio', { name: /Déposer\sdes\sespèces\sà\sla\sbanque/u })
      .check();
    await world.camille.getByLabel('Combien').fill('80');
    await world.camille.getByLabel('Pour quoi').fill('Dépôt d’espèces');
    await world.camille.getByRole('button', { name: 'Enregistrer l’écriture' }).click();
    await world.camille
      .getByText(/Écriture\sn°\s\d+\senregistrée/u)
      .first()
      .waitFor();

    await open(world.camille, `${coop}/saisie?genre=virement`);
    await world.camille
      .getByRole('radio', { name: /Confier\sune\savance\sà\sune\sclasse/u })
      .check();
    await world.camille.getByRole('radio', { name: /Caisse/u }).check();
    await world.camille.getByLabel('Combien').fill('40');
    await world.camille.getByLabel('Pour quoi').fill('Régie de la classe de CM2');
    await world.camille.getByRole('button', { name: 'Enregistrer l’écriture' }).click();
    await world.camille
      .getByText(/Écriture\sn°\s\d+\senregistrée/u)
      .first()
      .waitFor();
    const { entries } = await readEntries();
    expect(entries.find(({ label }) => label === 'Marché d’automne')?.lines).toHaveLength(3);
    await open(world.camille, `${coop}/journal`);
    await world.camille.getByText('Régie de la classe de CM2').first().waitFor();
    await keepPicture(world.camille, '03-journal');
  });
}
