import { zipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import { expect, test } from 'vitest';
import { listEvents } from '#functions/stores/inbox.ts';
import { listEntries } from '#functions/stores/entries.ts';
import { listPlatformPayments } from '#functions/stores/platform-payments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { queryAll } from '#functions/stores/table.ts';
import { newCoop } from '#test/support/calls.ts';
import { newCollection, workOnInbox } from '#test/support/platform.ts';
import { bring, sampleFile } from '#test/support/reports.ts';

const file = (...rows: readonly string[]) =>
  ['Date du versement;N° versement;Montant brut;Frais;Net;Référence', ...rows].join('\n');

const columns = 'arrivalOn:0,payoutId:1,gross:2,fee:3,net:4,reference:5';
const chosen = { columns, unit: 'euros' } as const;

async function coopWithFamilies() {
  const scope = await newCoop();
  const { families } = await newCollection(scope, { families: 2 });
  const [one = '', two = ''] = families.map(({ reference }) => reference);
  return { scope, one, two };
}

const entriesOf = async (scope: CoopScope) =>
  (await listEntries(scope, '2025')).filter(({ status }) => status === 'posted');

test('a file becomes one entry for each payout, whatever number of times it is brought', async () => {
  const { scope, one, two } = await coopWithFamilies();
  const both = file(
    `12/03/2026;V1;45,00;0,90;44,10;${one}`,
    `12/03/2026;V1;45,00;0,90;44,10;${two}`,
  );
  for (let time = 0; time < 2; time += 1) {
    expect(await bring(scope, 'cagnotte', both, chosen)).toMatchObject({ imported: true });
    expect(await workOnInbox(scope)).toBe(0);
  }
  const entries = await entriesOf(scope);
  expect(entries).toHaveLength(1);
  expect(entries[0]?.lines.find(({ accountNumber }) => accountNumber === '512')).toMatchObject({
    side: 'debit',
    amountCents: 8_820,
  });
  expect(await listEvents(scope)).toMatchObject([
    { status: 'done', origin: 'import', type: 'import.payout', deliveries: 2 },
  ]);
});

test('another file that overlaps the first changes nothing of what is booked', async () => {
  const { scope, one, two } = await coopWithFamilies();
  const first = `12/03/2026;V1;45,00;0,90;44,10;${one}`;
  await bring(scope, 'cagnotte', file(first), chosen);
  await workOnInbox(scope);
  await bring(scope, 'cagnotte', file(first, `19/03/2026;V2;45,00;0,90;44,10;${two}`), chosen);
  await workOnInbox(scope);
  expect(await entriesOf(scope)).toHaveLength(2);
  expect((await listPlatformPayments(scope)).map(({ payoutId }) => payoutId).toSorted()).toEqual([
    'V1',
    'V2',
  ]);
});

test('columns that were named once are remembered for the next file with these titles', async () => {
  const { scope, one } = await coopWithFamilies();
  const text = file(`12/03/2026;V1;45,00;0,90;44,10;${one}`);
  expect(await bring(scope, 'cagnotte', text, { step: 'preview' })).toMatchObject({
    kind: 'needsColumns',
    titles: expect.arrayContaining(['Montant brut']),
  });
  await bring(scope, 'cagnotte', text, chosen);
  const next = file(`19/03/2026;V2;45,00;0,90;44,10;${one}`);
  expect(await bring(scope, 'cagnotte', next, { step: 'preview' })).toMatchObject({
    kind: 'read',
    imported: false,
    payouts: [{ id: 'V2', grossCents: 4_500, feeCents: 90, netCents: 4_410, state: 'new' }],
  });
});

test('a preview writes nothing', async () => {
  const { scope, one } = await coopWithFamilies();
  await bring(scope, 'cagnotte', file(`12/03/2026;V1;45,00;0,90;44,10;${one}`), {
    ...chosen,
    step: 'preview',
  });
  expect(await listEvents(scope)).toEqual([]);
});

test('one wrong row, and the whole file is refused; the preview says which', async () => {
  const { scope, one } = await coopWithFamilies();
  const text = file(`12/03/2026;V1;45,00;0,90;44,10;${one}`, '32/03/2026;V1;45,00;0,90;44,10;x');
  expect(await bring(scope, 'cagnotte', text, { ...chosen, step: 'preview' })).toMatchObject({
    problemCount: 1,
    problems: [{ row: 3, message: expect.stringContaining('date du versement') }],
  });
  await expect(bring(scope, 'cagnotte', text, chosen)).rejects.toThrow('report_rows_wrong');
  expect(await listEvents(scope)).toEqual([]);
});

test('a workbook is read as a CSV file is', async () => {
  const { scope, one } = await coopWithFamilies();
  const cells = ['12/03/2026', 'V1', 45, 0.9, 44.1, one];
  const titles = ['Date du versement', 'N° versement', 'Montant brut', 'Frais', 'Net', 'Référence'];
  const workbook = await writeExcelFile(
    [titles, cells].map((row) => row.map((value) => ({ value }))),
  ).toBuffer();
  expect(await bring(scope, 'cagnotte', workbook, { ...chosen, step: 'preview' })).toMatchObject({
    payouts: [{ grossCents: 4_500, feeCents: 90, netCents: 4_410 }],
    problemCount: 0,
  });
});

test('windows-1252, a byte order mark, quotes and formulas in cells are read as text', async () => {
  const { scope, one } = await coopWithFamilies();
  const text = file(`12/03/2026;="0042";"45,00";0,90;44,10;'=HYPERLINK("http://x") ${one}`);
  const latin = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  for (const bytes of [latin, new TextEncoder().encode(`\uFEFF${text}`)])
    expect(await bring(scope, 'cagnotte', bytes, { ...chosen, step: 'preview' })).toMatchObject({
      payouts: [{ id: '0042', netCents: 4_410 }],
      problemCount: 0,
    });
});

test('rejects: report_too_large, though the archive says that it is small', async () => {
  const bomb = Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(60_000_001) }));
  const name = 'xl/workbook.xml'.length;
  const directory = bomb.readUInt32LE(bomb.length - 6);
  for (const at of [22, directory + 24]) bomb.writeUInt32LE(10, at);
  expect(bomb.toString('latin1', directory + 46, directory + 46 + name)).toBe('xl/workbook.xml');
  await expect(bring(await newCoop(), 'cagnotte', bomb)).rejects.toThrow('report_too_large');
}, 60_000);

test.each<[string, string | Uint8Array]>([
  ['report_unreadable', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3])],
  ['report_unreadable', new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 1, 2])],
  ['report_unreadable', '[{"a":1}, 2]'],
  ['report_empty', ''],
  ['report_empty', 'un;deux;trois'],
  ['report_too_large', `${'a;b;c\n'.repeat(20_001)}`],
  ['report_too_large', `${';'.repeat(200)}\n`.repeat(2)],
])('rejects: %s', async (rejection, bytes) => {
  await expect(bring(await newCoop(), 'cagnotte', bytes)).rejects.toThrow(rejection);
});

test.each(['gross:2', 'gross:2,arrivalOn:2', 'gross:99,arrivalOn:0', 'arrivalOn:0'])(
  'rejects: report_columns_wrong (%s)',
  async (wrong) => {
    const text = file('12/03/2026;V1;45,00;0,90;44,10;x');
    const asked = bring(await newCoop(), 'cagnotte', text, { unit: 'euros', columns: wrong });
    await expect(asked).rejects.toThrow('report_columns_wrong');
  },
);

const remittances = sampleFile('lyra/CONSTR-jrb-v2.csv');
const payments = sampleFile('helloasso/CONSTR-export-paiements.csv');
const cashOut = sampleFile('helloasso/CONSTR-cash-out-export-cents.json');

test.skipIf(!remittances)(
  'CONSTR-jrb-v2.csv: remittance 000123 is 240.00, less 120.00 and 2.40: 117.60',
  async () => {
    expect(await bring(await newCoop(), 'payzen', remittances!, { step: 'preview' })).toMatchObject(
      {
        layout: { id: 'lyra-jrb' },
        problemCount: 0,
        payouts: [
          {
            id: expect.stringMatching(/\.000123$/u),
            grossCents: 24_000,
            refundedCents: 12_000,
            feeCents: 240,
            netCents: 11_760,
            lineCount: 3,
          },
        ],
      },
    );
  },
);

test.skipIf(!payments)(
  'CONSTR-export-paiements.csv: three rows, two paid on line, the one by hand left out',
  async () => {
    const scope = await newCoop();
    await newCollection(scope, { families: 1 });
    expect(await bring(scope, 'helloasso', payments!)).toMatchObject({
      layout: { id: 'helloasso-paiements' },
      payouts: [],
      unnamed: [{ arrivalOn: '2026-04-10', count: 1, grossCents: 12_000 }],
      awaiting: { count: 1, grossCents: 12_500 },
      leftOut: [{ count: 1 }],
      problemCount: 0,
    });
    await workOnInbox(scope);
    expect((await listPlatformPayments(scope)).map(({ id }) => id).toSorted()).toEqual([
      '700001',
      '700003',
    ]);
    expect(await entriesOf(scope)).toEqual([]);
  },
);

test.skipIf(!cashOut || !payments)(
  'CONSTR-cash-out-export-cents.json: cents, once a known payment tells',
  async () => {
    const scope = await newCoop();
    expect(await bring(scope, 'helloasso', cashOut!)).toMatchObject({ kind: 'needsUnit' });
    await bring(scope, 'helloasso', payments!);
    await workOnInbox(scope);
    expect(await bring(scope, 'helloasso', cashOut!, { step: 'preview' })).toMatchObject({
      unit: 'cents',
      payouts: [{ id: '3591881', netCents: 300_000 }],
    });
  },
);

const stripeReport = [
  'automatic_payout_id,automatic_payout_effective_at,balance_transaction_id,reporting_category,created,currency,gross,fee,net,payment_intent_id',
  'po_1,2026-03-16,txn_1,charge,2026-03-12,eur,45.00,0.88,44.12,pi_1',
].join('\n');
const cashOutReport = JSON.stringify([
  { cashOutId: 1, cashOutDate: '2026-03-16', paymentId: 2, credit: '45,00', debit: '' },
]);
const journal = 'TRANSACTION_ID;REMITTANCE_NB;BRUT_AMOUNT;COMMISSION_AMOUNT\n1;2;3;4';

test.each([
  ['Stripe', 'helloasso', stripeReport],
  ['Stripe', 'partenaire', stripeReport],
  ['HelloAsso', 'payzen', cashOutReport],
  ['PayZen', 'stripe', journal],
])('rejects: report_other_platform, and saves nothing (%s under %s)', async (_, provider, text) => {
  const scope = await newCoop();
  for (const step of ['preview', 'confirm'] as const)
    await expect(bring(scope, provider, text, { step })).rejects.toThrow('report_other_platform');
  expect(await listEvents(scope)).toEqual([]);
  expect(await queryAll(scope.pk, 'AUDIT#')).toEqual([]);
});

test.each([
  ['stripe', stripeReport],
  ['helloassopartenaire', cashOutReport],
  ['scellius', journal],
  ['payzenformulaire', journal],
  // Lyra has brands that nobody connects here.
  ['partenaire', journal],
])('a file of the house of %s is read', async (provider, text) => {
  const asked = bring(await newCoop(), provider, text, { step: 'preview' });
  expect((await asked).kind).not.toBe('needsColumns');
});
