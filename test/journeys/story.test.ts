import { existsSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, test } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { tellTheBank, upload } from './story/bank.ts';
import { tellTheBooks } from './story/books.ts';
import { tellTheClosing } from './story/closing.ts';
import { tellTheTrip } from './story/trip.ts';
import { coop, open, world } from './story/world.ts';
import { PortalProcess } from './support/portal-process.ts';

/**
 * The acceptance story, from the first entry to the consolidated export, in a real browser, in
 * order: each chapter goes on from the one before.
 */
beforeAll(async () => {
  [world.portal, world.browser] = await Promise.all([PortalProcess.start(), launchBrowser()]);
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  const path = `pictures/failed-${task.name.split('.')[0]}.png`;
  await world.camille?.screenshot({ path, fullPage: true });
});
afterAll(async () => {
  await world.browser?.close();
  await world.portal?.stop();
});

tellTheBooks();
tellTheTrip();
tellTheBank();
tellTheClosing();

const sample = '../shared/samples/bank/csv-fr/CONSTR-societe-generale-livret.csv';

test.skipIf(!existsSync(sample))(
  '12. a statement of the reference samples is read on a second account',
  async () => {
    await open(world.camille, `${coop}/banque`);
    await world.camille.getByRole('button', { name: /Ajouter\sun/u }).click();
    await world.camille.getByLabel('Nom du compte').fill('Livret');
    await world.camille.getByLabel(/IBAN\sou\snuméro/u).fill('30003-00000-00000000000');
    await world.camille.getByRole('radio', { name: /La\sBanque\sPostale/u }).check();
    await world.camille.getByRole('button', { name: 'Ajouter le compte' }).click();
    await world.camille.getByLabel('Choisir des fichiers').waitFor();
    await upload('livret.csv', readFileSync(sample));
    await world.camille.getByText(/1\sligne\snouvelle/u).waitFor();
  },
);
if (!existsSync(sample))
  console.log('skipped: 12, the folder of bank samples is not beside the project');
