import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { matchedKinds } from '#shared/domain/bank/matching/entry-kinds.ts';
import { matchBooks, type BankMatch } from '#shared/domain/bank/matching/match-books.ts';
import { operationOf } from '#shared/domain/bank/reading/operation.ts';
import { isDay } from '#shared/domain/dates.ts';
import { cents, maxCents } from '#shared/domain/money.ts';
import { accept, reject, type Result } from '#shared/domain/result.ts';

const fileMaxBytes = 50_000_000;
const rowsMax = 50_000;

const daySchema = z.string().refine(isDay, { error: 'Une date s’écrit AAAA-MM-JJ.' });
const amountSchema = z.int().min(-maxCents).max(maxCents).transform(cents);
const text = (max: number) => z.string().max(max);
/** Absent, null and empty say the same: not known. */
const maybeText = z
  .union([text(200), z.int()])
  .nullish()
  .transform((value) => String(value ?? '').trim() || undefined);
const idSchema = text(200).min(1);
const distinct = (rows: readonly { readonly id: string }[]): boolean =>
  new Set(rows.map(({ id }) => id)).size === rows.length;
const twice = { error: 'Un même identifiant est donné deux fois.' };

const statementSchema = z.object({
  account: text(100).nullish(),
  periods: z
    .array(
      z.object({
        from: daySchema,
        to: daySchema,
        openingBalanceCents: amountSchema.nullish(),
        closingBalanceCents: amountSchema.nullish(),
      }),
    )
    .max(1_000)
    .default([]),
  lines: z
    .array(
      z.object({
        id: idSchema,
        date: daySchema,
        valueDate: daySchema.nullish(),
        amountCents: amountSchema,
        label: text(2_000),
        reference: maybeText,
        operationCode: maybeText,
      }),
    )
    .max(rowsMax)
    .refine(distinct, twice),
});

const entriesSchema = z
  .array(
    z.object({
      id: idSchema,
      date: daySchema,
      amountCents: amountSchema,
      kind: z.enum(matchedKinds).nullish(),
      label: text(2_000).nullish(),
      chequeNumber: maybeText,
      depositSlipNumber: maybeText,
      chequeCount: z.int().min(0).max(10_000).nullish(),
      payoutReference: maybeText,
    }),
  )
  .max(rowsMax)
  .refine(distinct, twice);

type Refusal =
  'option_missing' | 'file_missing' | 'file_too_large' | 'not_json' | 'not_as_expected';

const sentences: Readonly<Record<Refusal, string>> = {
  option_missing:
    'Usage\u00A0: npm run --silent match -- --statement RELEVE.json --entries ECRITURES.json',
  file_missing: 'Ce fichier n’existe pas ou ne peut pas être ouvert.',
  file_too_large: 'Ce fichier est trop grand.',
  not_json: 'Ce fichier n’est pas du JSON.',
  not_as_expected: 'Ce fichier n’a pas la forme attendue.',
};

async function read<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): Promise<Result<z.output<Schema>, Refusal>> {
  const file = await stat(path).catch(() => undefined);
  if (!file?.isFile()) return reject('file_missing', path);
  if (file.size > fileMaxBytes) return reject('file_too_large', path);
  const json = parsed(await readFile(path, 'utf8'));
  if (!json.ok) return reject('not_json', path);
  const read = schema.safeParse(json.value);
  if (read.success) return accept(read.data);
  const [issue] = read.error.issues;
  return reject(
    'not_as_expected',
    `${path} ${issue?.path.join('.') ?? ''}\u00A0: ${issue?.message ?? ''}`,
  );
}

function parsed(text: string): Result<unknown, Refusal> {
  try {
    return accept<unknown>(JSON.parse(text.replace(/^\uFEFF/u, '')));
  } catch {
    return reject('not_json');
  }
}

function pathsIn(args: readonly string[]): Result<{ statement: string; entries: string }, Refusal> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { statement: { type: 'string' }, entries: { type: 'string' } },
    });
    const { statement, entries } = values;
    return statement === undefined || entries === undefined
      ? reject('option_missing')
      : accept({ statement, entries });
  } catch {
    return reject('option_missing');
  }
}

async function match(args: readonly string[]): Promise<Result<readonly BankMatch[], Refusal>> {
  const paths = pathsIn(args);
  if (!paths.ok) return paths;
  const statement = await read(paths.value.statement, statementSchema);
  if (!statement.ok) return statement;
  const entries = await read(paths.value.entries, entriesSchema);
  if (!entries.ok) return entries;
  const { lines, periods } = statement.value;
  return accept(
    matchBooks({
      lines: lines.map((line) => ({
        ...line,
        operation: operationOf({
          code: line.operationCode,
          label: line.label,
          amountCents: line.amountCents,
        }),
      })),
      entries: entries.value.map((entry) => ({
        ...entry,
        kind: entry.kind ?? 'other',
        label: entry.label ?? '',
        chequeCount: entry.chequeCount ?? undefined,
      })),
      periods: periods.map(({ from, to, openingBalanceCents, closingBalanceCents }) => ({
        from,
        to,
        openingCents: openingBalanceCents,
        closingCents: closingBalanceCents,
      })),
    }),
  );
}

/** `npm run --silent match -- --statement S.json --entries E.json`: what may be matched, and why. */
const outcome = await match(process.argv.slice(2));
if (outcome.ok) {
  const matches = outcome.value.map(({ lineIds, entryIds, automatic, score, reasons }) => ({
    lineIds,
    entryIds,
    automatic,
    score,
    reasons,
  }));
  process.stdout.write(`${JSON.stringify({ matches })}\n`);
} else {
  const { rejection: code, field: at } = outcome;
  const message = at === undefined ? sentences[code] : `${sentences[code]} (${at})`;
  process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
  process.exitCode = 1;
}
