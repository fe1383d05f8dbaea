import { messageOf } from '#shared/contract/messages.ts';
import type { previewStatementEndpoint } from '#shared/contract/bank/statement.ts';
import { guessColumns } from '#shared/domain/bank/reading/guess-columns.ts';
import { periodOf } from '#shared/domain/bank/reading/line-parts.ts';
import { sumCents } from '#shared/domain/money.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { findBankAccount } from '#functions/stores/bank-accounts.ts';
import { readAsTold, type ReadFile } from './reading/read-as-told.ts';

/** How many lines are shown before a person says yes. */
const shownMax = 8;

/** Shows what would be read of a file, the way a person says; keeps nothing. */
export const previewStatement: UseCase<typeof previewStatementEndpoint> = async (call) => {
  const { scope, params, query, bytes } = call;
  if (!(await findBankAccount(scope, params.bankAccountId))) return reject('not_found');
  const read = await readAsTold({ scope, bankAccountId: params.bankAccountId }, bytes, query);
  return accept({ ...tableOf(read), ...readOf(read) });
};

function tableOf({ table, columns, isRemembered }: ReadFile) {
  if (!table) return {};
  const { header, sampleRows } = table;
  return {
    table: {
      header: [...header],
      sampleRows: sampleRows.map((row) => [...row]),
      columns: [...(columns?.columns ?? guessColumns(table))],
      remembered: isRemembered,
    },
  };
}

function readOf({ files }: ReadFile) {
  if (!files.ok) return { refusal: { code: files.rejection, message: messageOf[files.rejection] } };
  const lines = files.value.flatMap(({ statements }) => statements.flatMap((one) => one.lines));
  return {
    read: {
      lineCount: lines.length,
      totalCents: sumCents(lines.map(({ amountCents }) => amountCents)),
      ...periodOf(lines.map(({ date }) => date)),
      lines: lines.slice(0, shownMax),
    },
  };
}
