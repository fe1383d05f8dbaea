import { expect, test } from 'vitest';
import { cents } from '#shared/domain/money.ts';
import {
  fileRefusal,
  importWords,
  statementMaxBytes,
  type Imported,
} from '#web/features/bank/import-words.ts';
import { statementMaxBytes as contractMaxBytes } from '#shared/contract/bank/statement.ts';

const statement = {
  id: 's1',
  openingCents: cents(0),
  closingCents: cents(0),
  from: '2025-09-01',
  to: '2025-09-30',
  lineCount: 15,
  newLineCount: 12,
  knownLineCount: 3,
  balanceCheck: 'agrees',
} as const;
const imported = (...statements: Imported['statements']): Imported => ({
  statements,
  alreadyImported: false,
  probableTwins: [],
});

test('says what is new, what was known, and whether the balance was checked', () => {
  expect(importWords(imported(statement))).toBe(
    '12 lignes nouvelles, 3 déjà connues, solde vérifié. Du 01/09/2025 au 30/09/2025.',
  );
});

test('says one line as one line, and none as none', () => {
  const one = { ...statement, newLineCount: 1, knownLineCount: 0 };
  expect(importWords(imported(one))).toMatch(/^1 ligne nouvelle, solde vérifié/u);
  const none = { ...statement, newLineCount: 0, knownLineCount: 1 };
  expect(importWords(imported(none))).toMatch(/^Aucune ligne nouvelle, 1 déjà connue/u);
});

test('adds up the statements of one file; one balance unknown leaves the whole unverified', () => {
  const october = {
    ...statement,
    from: '2025-10-01',
    to: '2025-10-31',
    balanceCheck: 'unverifiable',
  } as const;
  expect(importWords(imported(statement, october))).toMatch(
    /^24 lignes nouvelles, 6 déjà connues, solde non vérifiable.*Du 01\/09\/2025 au 31\/10\/2025/u,
  );
});

test('a file imported before adds nothing', () => {
  expect(importWords({ ...imported(), alreadyImported: true })).toMatch(/déjà importé/u);
});

test('refuses an empty file and one over the limit of the portal before sending it', () => {
  expect(statementMaxBytes).toBe(contractMaxBytes);
  expect(fileRefusal({ size: statementMaxBytes })).toBeUndefined();
  expect(fileRefusal({ size: statementMaxBytes + 1 })).toMatch(/4 Mo/u);
  expect(fileRefusal({ size: 0 })).toMatch(/vide/u);
});
