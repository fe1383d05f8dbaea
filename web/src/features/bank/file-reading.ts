import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { previewStatementEndpoint } from '#shared/contract/bank/statement.ts';
import { formatCents, cents } from '#shared/domain/money.ts';
import type { Imported } from './import-words.ts';
import { ProblemError } from '#web/api/problem-error.ts';

export type Preview = AnswerOf<typeof previewStatementEndpoint>;

/** How a person says that a file is to be read. */
export interface Reading {
  readonly columns: readonly (string | null)[] | undefined;
  readonly decimal: 'comma' | 'point';
  readonly dateOrder: 'dmy' | 'mdy';
  readonly flipSigns: 'yes' | 'no';
}

/** The same as the portal asks for it. */
export const queryOf = ({ columns, ...reading }: Reading) => ({
  ...reading,
  ...(columns && { columns: columns.map((role) => role ?? '').join(',') }),
});

/** What a column may be, in words. */
export const columnWords = [
  { value: '', label: 'À laisser' },
  { value: 'date', label: 'Date' },
  { value: 'valueDate', label: 'Date de valeur' },
  { value: 'label', label: 'Libellé' },
  { value: 'details', label: 'Suite du libellé' },
  { value: 'amount', label: 'Montant' },
  { value: 'debit', label: 'Débit' },
  { value: 'credit', label: 'Crédit' },
  { value: 'balance', label: 'Solde' },
  { value: 'currency', label: 'Devise' },
  { value: 'account', label: 'Compte' },
  { value: 'reference', label: 'Référence' },
  { value: 'number', label: 'N°\u00A0de chèque' },
] as const;

/** What still lacks before a table can be read; nothing when it can. */
export function lackingIn(columns: Reading['columns']): string | undefined {
  if (!columns) return undefined;
  const has = (role: string) => columns.includes(role);
  if (!has('date')) return 'Dites quelle colonne contient la date.';
  if (!has('label')) return 'Dites quelle colonne contient le libellé.';
  return has('amount') || (has('debit') && has('credit'))
    ? undefined
    : 'Dites où est le montant\u00A0: une colonne, ou un débit et un crédit.';
}

/** How a file was read, in words: `jour/mois, dépenses sans moins`. */
export function readAsWords({ columns, dateOrder, flipSigns }: NonNullable<Imported['readAs']>) {
  const named = (columns ?? [])
    .filter((role) => role !== null)
    .flatMap((role) => columnWords.find(({ value }) => value === role)?.label ?? []);
  return [
    ...(named.length > 0 ? [`colonnes ${named.join(', ')}`] : []),
    ...(dateOrder ? [dateOrder === 'dmy' ? 'jour/mois' : 'mois/jour'] : []),
    ...(flipSigns === 'yes' ? ['dépenses sans moins'] : []),
  ].join('\u202F; ');
}

/** Whether a refusal asks a person how the file is to be read. */
export const asksHow = (problem: unknown): boolean =>
  problem instanceof ProblemError &&
  ['statement_needs_columns', 'statement_needs_date_order'].includes(problem.code);

/** What a refusal says beside its sentence: the line that cannot be read, or the gap. */
export function whereOf(problem: unknown): string | undefined {
  if (!(problem instanceof ProblemError)) return undefined;
  const field = problem.errors[0]?.field ?? '';
  const [, line] = /^line-(\d+)$/u.exec(field) ?? [];
  if (line !== undefined) return `Voyez la ligne ${line} du fichier.`;
  const [, gap] = /^gap(-?\d+)$/u.exec(field) ?? [];
  return gap === undefined
    ? undefined
    : `L’écart est de ${formatCents(cents(Number(gap)))}\u00A0: il manque des opérations dans le fichier.`;
}
