import { ulid } from 'ulid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PostedEntry } from '#shared/domain/ledger/entry.ts';
import { addBankAccount } from '#functions/stores/bank-accounts.ts';
import { markMatched, markReversed, unmarkMatched } from '#functions/stores/entries.ts';
import { keepMatch, removeMatch, type Match } from '#functions/stores/matches.ts';
import {
  keepLine,
  keepStatementFile,
  markLineMatched,
  unmarkLineMatched,
  type ImportedLine,
} from '#functions/stores/statements.ts';
import { coopKeys } from '#functions/stores/keys.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit, putAnyway, StaleRead, type Write } from '#functions/stores/table.ts';
import { newCoop } from '#test/support/calls.ts';
import { entryOf, lineOf } from '../../domain/bank/books.ts';

let scope: CoopScope;
const bankAccountId = ulid();

beforeAll(async () => {
  scope = await newCoop();
});

const importedLine = (): ImportedLine => ({
  ...lineOf(ulid(), '2026-03-12', -4_520),
  format: 'ofx',
  fileSha256: '',
});

/** A posted entry as an item, with what was added beside its facts. */
async function storedEntry(more: Partial<PostedEntry> = {}): Promise<PostedEntry> {
  const entry = entryOf(ulid(), '2026-03-03', -4_520, more);
  const key = coopKeys.entry(scope, entry.fiscalYearId, entry.id);
  await commit([putAnyway({ ...key, ...entry, kind: 'entry', entryKind: entry.kind })]);
  return entry;
}

const refuses = (write: Write | readonly Write[]) =>
  expect(commit([write].flat())).rejects.toThrow(StaleRead);

describe('a line', () => {
  test('is kept once', async () => {
    const line = importedLine();
    await commit([keepLine(scope, bankAccountId, line)]);
    await refuses(keepLine(scope, bankAccountId, line));
  });

  test('is taken by one match, and freed by that one only', async () => {
    const line = importedLine();
    const at = { bankAccountId, lineId: line.id };
    await refuses(markLineMatched(scope, at, 'm'));
    await commit([keepLine(scope, bankAccountId, line)]);
    await commit([markLineMatched(scope, at, 'm')]);
    await refuses(markLineMatched(scope, at, 'n'));
    await refuses(unmarkLineMatched(scope, at, 'n'));
    await commit([unmarkLineMatched(scope, at, 'm')]);
    await commit([markLineMatched(scope, at, 'n')]);
  });
});

describe('an entry', () => {
  const match = { matchId: 'm', field: 'bankMatchId' } as const;

  test('is taken by one match, and freed by that one only', async () => {
    const entry = await storedEntry();
    await commit([markMatched(scope, entry, match)]);
    await refuses(markMatched(scope, entry, { ...match, matchId: 'n' }));
    await refuses(unmarkMatched(scope, entry, { ...match, matchId: 'n' }));
    await commit([unmarkMatched(scope, entry, match)]);
  });

  test('that was reversed is not taken, and one that is taken is not reversed', async () => {
    await refuses(markMatched(scope, await storedEntry({ reversedBy: 'r' }), match));
    for (const taken of [{ bankMatchId: 'm' }, { postalMatchId: 'm' }])
      await refuses(markReversed(scope, await storedEntry(taken), 'r'));
    await commit([markReversed(scope, await storedEntry(), 'r')]);
  });
});

test('a match is made once and removed once', async () => {
  const match: Match = {
    id: ulid(),
    bankAccountId,
    lineIds: ['l'],
    entries: [{ id: ulid(), fiscalYearId: '2025', field: 'bankMatchId' }],
    madeAt: '2026-03-16T09:00:00.000Z',
    madeBy: 'camille',
  };
  await commit([keepMatch(scope, match)]);
  await refuses(keepMatch(scope, match));
  const undone = { undoneAt: '2026-03-17T09:00:00.000Z', undoneBy: 'camille' };
  await commit([...removeMatch(scope, match, undone)]);
  await refuses(removeMatch(scope, match, undone));
});

test('a file is done once, and an account of the chart is one account at the bank', async () => {
  await commit([keepStatementFile(scope, bankAccountId, 'sha')]);
  await refuses(keepStatementFile(scope, bankAccountId, 'sha'));
  const account = { label: 'Compte', accountRef: 'FR76', accountNumber: '512' } as const;
  await commit([...addBankAccount(scope, { id: ulid(), ...account })]);
  await refuses(addBankAccount(scope, { id: ulid(), ...account }));
});
