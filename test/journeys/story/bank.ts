import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { cfonbOf } from '#test/support/statements.ts';
import { receiptPhoto } from '../support/receipt.ts';
import { asked, keepPicture } from '../support/screen.ts';
import { today } from '../support/calendar.ts';
import { feeCents, priceCents } from '../support/trip.ts';
import { at, coop, french, open, world } from './world.ts';

/** What the bank prints of the four operations of the story. */
const labels = [
  'JAIKAN VERSEMENT 4207',
  'REMISE CHEQUE 7185464',
  'VERSEMENT ESPECES AUTOMNE',
  'LIGNES D AZUR',
];

interface Reconciliation {
  readonly bankAccount: { readonly lastStatementOn: string; readonly lastClosingCents: number };
  readonly lines: readonly { label: string; matchId?: string }[];
}

/** The bank and the books as the portal tells them, whatever the page shows. */
async function readReconciliation(): Promise<Reconciliation> {
  const context = world.camille.context();
  const accounts = at(`/api${coop}/bank-accounts`);
  const { bankAccounts } = await asked<{ bankAccounts: readonly { id: string }[] }>(
    context,
    accounts,
  );
  return asked(context, `${accounts}/${bankAccounts[0]?.id}/reconciliation`);
}

/** Those whose line is matched. */
async function matchedLabels(): Promise<readonly string[]> {
  const { lines } = await readReconciliation();
  return labels.filter((label) => {
    const named = lines.filter((line) => line.label.includes(label));
    return named.length > 0 && named.every(({ matchId }) => matchId !== undefined);
  });
}

/** What nobody had written: the bank's own fees become entries, each from its line. */
async function explainTheFees(): Promise<void> {
  const fees = world.camille.locator('[data-line]').filter({ hasText: 'FRAIS' });
  for (let left = await fees.count(); left > 0; left -= 1) {
    await explainTheFee(fees.first());
    await expect.poll(() => fees.count()).toBe(left - 1);
  }
}

async function explainTheFee(line: Locator): Promise<void> {
  await line.click();
  await world.camille.getByRole('link', { name: /^Saisir\scette\sdépense/u }).click();
  await world.camille.getByLabel('Payé à qui').fill('La banque');
  await world.camille.getByRole('checkbox', { name: 'Pas de pièce' }).check();
  await world.camille.getByLabel(/Pourquoi\sn’y/u).fill('Débit sur le relevé');
  await world.camille.getByRole('button', { name: 'Enregistrer l’écriture' }).click();
  await world.camille.getByRole('link', { name: 'Revenir à la banque' }).click();
}

/** Drops a file of the bank. */
export const upload = async (name: string, content: Buffer): Promise<void> => {
  const file = join(world.portal.folder, name);
  writeFileSync(file, content);
  await world.camille.getByLabel('Choisir des fichiers').setInputFiles(file);
};

/** The statement files, matched and explained; those that are refused. */
export function tellTheBank(): void {
  test('7. the bank’s file is imported, matched, and what is left is explained', async () => {
    const demo = await world.camille.context().request.get(at('/local/files/releve-oliviers.ofx'));
    await open(world.camille, `${coop}/banque`);
    await upload('releve.ofx', await demo.body());
    await world.camille
      .getByText(/nouvelles/u)
      .first()
      .waitFor();
    await upload('releve.ofx', await demo.body());
    await world.camille.getByText(/déjà/u).first().waitFor();
    const { bankAccount } = await readReconciliation();
    const statement = cfonbOf({
      account: ['99999', '06000', '12345600000'],
      from: bankAccount.lastStatementOn,
      to: today(),
      openingCents: bankAccount.lastClosingCents,
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
        { date: today(), cents: -320, label: 'FRAIS TENUE DE COMPTE', code: '62' },
      ],
    });
    await upload('releve.txt', Buffer.from(statement, 'latin1'));
    await world.camille.getByText(/5\slignes\snouvelles/u).waitFor();
    await keepPicture(world.camille, '08-banque');
    await world.camille
      .getByText(/rapprochements?\ssûrs?\s/u)
      .first()
      .waitFor({ timeout: 60_000 });
    await expect
      .poll(() => world.camille.locator('main [aria-busy="true"]').count(), { timeout: 60_000 })
      .toBe(0);
    for (const label of labels) {
      const line = world.camille.locator('[data-line]').filter({ hasText: label });
      // What was sure is matched already.
      if ((await line.count()) === 0) continue;
      await line.first().click();
      const confirm = world.camille.getByRole('button', {
        name: new RegExp(`^Confirmer\\s: .*${label}`, 'u'),
      });
      await confirm.first().click();
      await confirm.first().waitFor({ state: 'detached' });
    }
    await expect.poll(matchedLabels).toEqual(labels);
    await explainTheFees();
    await world.camille.getByText('Tout est expliqué').waitFor();
    const text = french(await world.camille.getByRole('main').textContent());
    expect(text).not.toContain('Écart de');
    expect(text).toContain('Tout est expliqué');
    await keepPicture(world.camille, '09-banque-rapprochee');
  });

  test('7b. files that cannot be imported are refused in words, and import nothing', async () => {
    const refused = async (name: string, content: Buffer, words: RegExp): Promise<void> => {
      await open(world.camille, `${coop}/banque`);
      await upload(name, content);
      await world.camille.getByRole('main').getByText(words).first().waitFor();
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
      Buffer.from(
        cfonbOf({ from: today(), to: today(), openingCents: 0, operations: [] }),
        'latin1',
      ),
      /autre\scompte/u,
    );
    await refused('gros.ofx', Buffer.alloc(20_000_000, 65), /4\sMo/u);
  });
}
