import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { messageOf } from '#shared/contract/messages.ts';
import { dateOrders } from '#shared/domain/bank/reading/day-text.ts';
import {
  statementFileMaxBytes,
  type ReadOptions,
  type StatementFile,
} from '#shared/domain/bank/reading/read-statement.ts';
import { columnRoles } from '#shared/domain/bank/reading/table-columns.ts';
import type {
  Statement,
  StatementLine,
  StatementRejection,
} from '#shared/domain/bank/statement.ts';
import { reject, type Result } from '#shared/domain/result.ts';
import { readStatementFile } from '#functions/bank/reading/read-statement-file.ts';

const usage = `Usage\u00A0: npm run --silent statement -- FICHIER [options]
  --date-order dmy|mdy   le jour ou le mois d’abord, quand le fichier ne le dit pas
  --flip-signs           les débits y sont écrits comme des montants positifs
  --columns a,b,c        ce que contient chaque colonne d’un tableau, dans l’ordre\u00A0:
                         ${columnRoles.join(', ')}, ou rien`;

const printedLine = ({ date, valueDate, amountCents, label, reference }: StatementLine) => ({
  date,
  valueDate,
  amountCents,
  label,
  reference,
});

/** What is printed of a statement: what a spreadsheet or another tool would want. */
const printed = (statement: Statement) => ({
  account: statement.account,
  currency: statement.currency,
  kind: statement.section ?? statement.kind,
  openingCents: statement.openingCents,
  closingCents: statement.closingCents,
  minorDigits: statement.minorDigits,
  lines: statement.lines.map(printedLine),
  pendingLines: statement.pendingLines?.map(printedLine),
});

type Refusal = StatementRejection | 'file_missing' | 'option_unknown';
type Outcome = Result<readonly StatementFile[], Refusal>;

/** Which option would let the file be read. */
const optionFor: Partial<Record<Refusal, string>> = {
  statement_needs_date_order: '--date-order',
  statement_needs_columns: '--columns',
};

const sentenceOf = (code: Refusal): string => {
  if (code === 'file_missing')
    return `Ce fichier n’existe pas ou ne peut pas être ouvert. ${usage}`;
  return code === 'option_unknown' ? usage : messageOf[code];
};

/** The options of the command; undefined when one is unknown. */
function commandOf(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'date-order': { type: 'string' },
        'flip-signs': { type: 'boolean' },
        columns: { type: 'string' },
      },
    });
    const order = values['date-order'];
    const dateOrder = dateOrders.find((known) => known === order);
    const columns = values.columns?.split(',').map((role) => role.trim());
    const roles = columns?.map((role) => columnRoles.find((known) => known === role) ?? null);
    const unknown = columns?.some((role, index) => role !== '' && roles?.[index] === null) ?? false;
    if (unknown || (order !== undefined && dateOrder === undefined)) return undefined;
    const options: ReadOptions = {
      dateOrder,
      flipSigns: values['flip-signs'],
      mapping: roles && { columns: roles },
    };
    return { path: positionals[0] ?? '', options };
  } catch {
    return undefined;
  }
}

async function read(args: readonly string[]): Promise<Outcome> {
  const command = commandOf(args);
  if (!command) return reject('option_unknown');
  const size = await stat(command.path).then(
    (file) => (file.isFile() ? file.size : undefined),
    () => undefined,
  );
  if (size === undefined) return reject('file_missing');
  if (size > statementFileMaxBytes) return reject('statement_too_large');
  return readStatementFile(await readFile(command.path), command.options);
}

/** `npm run --silent statement -- FILE`: prints what a bank file holds, or why it is refused. */
const outcome = await read(process.argv.slice(2));
if (outcome.ok) {
  const statements = outcome.value.flatMap((file) => file.statements);
  process.stdout.write(`${JSON.stringify({ statements: statements.map(printed) })}\n`);
} else {
  const { rejection: code, field: at } = outcome;
  const error = { code, message: sentenceOf(code), at, needs: optionFor[code] };
  process.stdout.write(`${JSON.stringify({ error })}\n`);
  process.exitCode = 1;
}
