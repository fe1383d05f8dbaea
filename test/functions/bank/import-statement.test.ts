import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { importStatementEndpoint } from '#shared/contract/bank/statement.ts';
import { importStatement } from '#functions/bank/import-statement.ts';
import { statementLineKept } from '#test/support/cut-imports.ts';
import { listStatementLines, listStatements } from '#functions/stores/statements.ts';
import { callOf, newCoop } from '#test/support/calls.ts';
import { cfonbOf, ofxOf, type Operation } from '#test/support/statements.ts';
import { importText, newBank } from './bank-calls.ts';

const march: readonly Operation[] = [
  { date: '2026-03-02', cents: 28_650, label: 'REMISE CHEQUES', code: '02', number: '123' },
  { date: '2026-03-10', cents: 1_500, label: 'VIR INST MME MARTIN' },
  { date: '2026-03-10', cents: 1_500, label: 'VIR INST MME MARTIN' },
  { date: '2026-03-12', cents: -4_520, label: 'CHEQUE 6557005', code: '01', number: '6557005' },
];
const period = { from: '2026-03-01', to: '2026-03-15', openingCents: 100_000 };

test('keeps the lines of a statement, twins too, and says that its balances agree', async () => {
  const bank = await newBank();
  expect(await importText(bank, cfonbOf({ ...period, operations: march }))).toMatchObject({
    ok: true,
    value: {
      alreadyImported: false,
      statements: [
        {
          openingCents: 100_000,
          closingCents: 127_130,
          from: '2026-03-01',
          to: '2026-03-15',
          lineCount: 4,
          newLineCount: 4,
          knownLineCount: 0,
          balanceCheck: 'agrees',
        },
      ],
    },
  });
  const lines = await listStatementLines(bank.scope, bank.bankAccountId);
  expect(lines.map(({ amountCents }) => amountCents)).toEqual([28_650, 1_500, 1_500, -4_520]);
});

test('keeps what the bank says beside the label, and reads it back', async () => {
  const bank = await newBank();
  const file = ofxOf({ ...period, operations: march.slice(1, 2) });
  await importText(bank, file.replace('MME MARTIN', 'MME MARTIN\n<MEMO>Sejour TRL-7K2MX'));
  const [line] = await listStatementLines(bank.scope, bank.bankAccountId);
  expect(line).toMatchObject({ label: 'VIR INST MME MARTIN', details: 'Sejour TRL-7K2MX' });
});

test('adds nothing when the very same file comes again', async () => {
  const bank = await newBank();
  const file = cfonbOf({ ...period, operations: march });
  await importText(bank, file);
  expect(await importText(bank, file)).toMatchObject({
    ok: true,
    value: { alreadyImported: true, statements: [{ newLineCount: 0, knownLineCount: 4 }] },
  });
  expect(await listStatementLines(bank.scope, bank.bankAccountId)).toHaveLength(4);
  expect(await listStatements(bank.scope, bank.bankAccountId)).toHaveLength(1);
});

test('takes from a file that overlaps only what it did not have', async () => {
  const bank = await newBank();
  await importText(bank, cfonbOf({ ...period, operations: march.slice(0, 2) }));
  const more = [...march, { date: '2026-03-14', cents: -600, label: 'FRAIS', code: '62' }];
  expect(await importText(bank, cfonbOf({ ...period, operations: more }))).toMatchObject({
    value: { statements: [{ lineCount: 5, newLineCount: 3, knownLineCount: 2 }] },
  });
});

test('knows the lines again in another format, whatever its references', async () => {
  const bank = await newBank();
  await importText(bank, cfonbOf({ ...period, operations: march }));
  expect(await importText(bank, ofxOf({ ...period, operations: march }))).toMatchObject({
    value: { statements: [{ newLineCount: 0, knownLineCount: 4, balanceCheck: 'unverifiable' }] },
  });
});

test('loses no line when the references of the bank begin again in each file', async () => {
  const bank = await newBank();
  await importText(bank, ofxOf({ ...period, to: '2026-03-09', operations: march.slice(0, 1) }));
  await importText(bank, ofxOf({ ...period, from: '2026-03-10', operations: march.slice(1) }));
  expect(await listStatementLines(bank.scope, bank.bankAccountId)).toHaveLength(4);
});

test('knows the account by its IBAN', async () => {
  const bank = await newBank('FR67 2004 1010 1276 5432 1B03 319');
  expect(await importText(bank, ofxOf({ ...period, operations: march }))).toMatchObject({
    ok: true,
  });
});

test.each([
  ['statement_empty', ''],
  ['statement_format_unknown', 'Bonjour, voici le relevé.'],
  ['statement_truncated', cfonbOf({ ...period, operations: march }).slice(0, 400)],
  ['statement_unreadable', cfonbOf({ ...period, operations: march }).replace('020326', '310226')],
  [
    'statement_other_account',
    cfonbOf({ ...period, operations: march, account: ['20041', '01012', '7654321B034'] }),
  ],
  ['statement_currency', cfonbOf({ ...period, operations: march, currency: 'CHF' })],
  ['statement_balance_gap', cfonbOf({ ...period, operations: march, closingCents: 127_131 })],
])('rejects: %s, and keeps nothing', async (rejection, file) => {
  const bank = await newBank();
  const answer = await importText(bank, file);
  expect(answer).toMatchObject({ ok: false, rejection });
  expect(await listStatementLines(bank.scope, bank.bankAccountId)).toEqual([]);
  expect(await listStatements(bank.scope, bank.bankAccountId)).toEqual([]);
});

test('does not know the account of another cooperative', async () => {
  const bank = await newBank();
  const stranger = await newCoop();
  const call = callOf(importStatementEndpoint, {
    scope: stranger,
    params: { coopId: stranger.coopId, bankAccountId: bank.bankAccountId },
    bytes: new TextEncoder().encode(cfonbOf({ ...period, operations: march })),
  });
  expect(await importStatement(call)).toEqual({ ok: false, rejection: 'not_found' });
  for (const scope of [stranger, bank.scope]) {
    expect(await listStatementLines(scope, bank.bankAccountId)).toEqual([]);
    expect(await listStatements(scope, bank.bankAccountId)).toEqual([]);
  }
});

const year: readonly Operation[] = Array.from({ length: 230 }, (_, index) => ({
  date: `2026-03-${String((index % 14) + 1).padStart(2, '0')}`,
  cents: 1_000 + (index % 5),
  label: `VIR FAMILLE ${index % 40}`,
}));

test('keeps a file of several chunks whole, each line once, when it comes twice at once', async () => {
  const bank = await newBank();
  const file = cfonbOf({ ...period, operations: year });
  const answers = await Promise.all([importText(bank, file), importText(bank, file)]);
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(await listStatementLines(bank.scope, bank.bankAccountId)).toHaveLength(230);
  expect(await listStatements(bank.scope, bank.bankAccountId)).toHaveLength(1);
});

test('finishes an import that was cut short when the file is sent again', async () => {
  const bank = await newBank();
  const file = cfonbOf({ ...period, operations: year });
  await statementLineKept(bank, file, 90);
  expect(await listStatementLines(bank.scope, bank.bankAccountId)).toHaveLength(90);
  expect(await importText(bank, file)).toMatchObject({
    value: { alreadyImported: false, statements: [{ lineCount: 230, newLineCount: 230 }] },
  });
  expect(await listStatementLines(bank.scope, bank.bankAccountId)).toHaveLength(230);
  expect(await importText(bank, file)).toMatchObject({ value: { alreadyImported: true } });
});

test('keeps two different files that come at once, and the lines they share once', async () => {
  const bank = await newBank();
  const files = [march.slice(0, 3), march].map((operations) => cfonbOf({ ...period, operations }));
  await Promise.all(files.map((file) => importText(bank, file)));
  expect(await listStatementLines(bank.scope, bank.bankAccountId)).toHaveLength(4);
});

test('refuses an unknown account before it reads the file', async () => {
  const { scope } = await newBank();
  expect(await importText({ scope, bankAccountId: ulid() }, 'rien')).toEqual({
    ok: false,
    rejection: 'not_found',
  });
});
