import { readFile, stat } from 'node:fs/promises';
import { messageOf } from '#shared/contract/messages.ts';
import {
  readStatement,
  statementFileMaxBytes,
} from '#shared/domain/bank/reading/read-statement.ts';
import type { Statement, StatementRejection } from '#shared/domain/bank/statement.ts';
import { reject, type Result } from '#shared/domain/result.ts';

/** What is printed of a statement: what a spreadsheet or another tool would want. */
const printed = ({ account, currency, kind, openingCents, closingCents, lines }: Statement) => ({
  account,
  currency,
  kind,
  openingCents,
  closingCents,
  lines: lines.map(({ date, valueDate, amountCents, label, reference }) => ({
    date,
    valueDate,
    amountCents,
    label,
    reference,
  })),
});

type Outcome = Result<readonly Statement[], StatementRejection | 'file_missing'>;

async function read(path: string | undefined): Promise<Outcome> {
  if (path === undefined) return reject('file_missing');
  try {
    const { size } = await stat(path);
    if (size > statementFileMaxBytes) return reject('statement_too_large');
    const file = readStatement(await readFile(path));
    return file.ok ? { ok: true, value: file.value.statements } : file;
  } catch {
    return reject('file_missing');
  }
}

const sentenceOf = (code: StatementRejection | 'file_missing'): string =>
  code === 'file_missing'
    ? 'Ce fichier n’existe pas ou ne peut pas être ouvert. Usage\u00A0: npm run statement -- FICHIER'
    : messageOf[code];

/** `npm run --silent statement -- FILE`: prints what a bank file holds, or why it is refused. */
const outcome = await read(process.argv[2]);
if (outcome.ok) {
  process.stdout.write(`${JSON.stringify({ statements: outcome.value.map(printed) })}\n`);
} else {
  const code = outcome.rejection;
  process.stdout.write(`${JSON.stringify({ error: { code, message: sentenceOf(code) } })}\n`);
  process.exitCode = 1;
}
