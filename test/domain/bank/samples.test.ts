import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readStatement, type ReadOptions } from '#shared/domain/bank/reading/read-statement.ts';
import { columnRoles } from '#shared/domain/bank/reading/table-columns.ts';
import type { Statement } from '#shared/domain/bank/statement.ts';
import { oneLine } from '#shared/domain/text.ts';

const samplesPath = '../shared/samples/bank';

const lineSchema = z.object({
  date: z.string(),
  valueDate: z.string().optional(),
  amountCents: z.int(),
  label: z.string().optional(),
  reference: z.string().optional(),
});

const needsSchema = z.object({
  signFlip: z.boolean().optional(),
  dateOrder: z.enum(['dmy', 'mdy']).optional(),
  columns: z.array(z.enum(columnRoles)).optional(),
});

const expectedSchema = z.union([
  z.object({ error: z.literal(true), reason: z.string() }),
  z.object({
    statements: z.array(
      z.object({
        account: z.string(),
        currency: z.string().nullable(),
        openingCents: z.int().nullable(),
        closingCents: z.int().nullable(),
        kind: z.string().optional(),
        minorDigits: z.int().optional(),
        lines: z.array(lineSchema),
        pendingLines: z.array(lineSchema).optional(),
      }),
    ),
    needs: needsSchema.optional(),
  }),
]);

type Expected = z.output<typeof expectedSchema>;
type ExpectedLine = z.output<typeof lineSchema>;

const folders = ['camt', 'cfonb120', 'csv-fr', 'mt940', 'ofx', 'qif'] as const;
const formatOf = (folder: string): string => (folder === 'csv-fr' ? 'csv' : folder);

const filesOf = (folder: string): readonly string[] => {
  const path = `${samplesPath}/${folder}`;
  if (!existsSync(path)) {
    console.warn(`skipped: no samples in ${path}`);
    return [];
  }
  return readdirSync(path)
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name) => `${folder}/${name}`);
};

const expectedOf = (name: string): Expected =>
  expectedSchema.parse(JSON.parse(readFileSync(`${samplesPath}/${name}.expected.json`, 'utf8')));

const optionsOf = ({ dateOrder, columns }: z.output<typeof needsSchema>): ReadOptions => ({
  dateOrder,
  mapping: columns && { columns },
});

const bare = ({ date, valueDate, amountCents }: ExpectedLine): ExpectedLine => ({
  date,
  ...(valueDate !== undefined && { valueDate }),
  amountCents,
});

const collapsed = (text: string): string => oneLine(text).replace(/\s+/gu, ' ');

function expectLines(read: Statement['lines'], expected: readonly ExpectedLine[]): void {
  expect(read.map(bare)).toEqual(expected.map(bare));
  for (const [at, { label, reference }] of expected.entries()) {
    if (label !== undefined) expect(collapsed(read[at]?.label ?? '')).toContain(collapsed(label));
    expect(oneLine(read[at]?.reference ?? '')).toBe(oneLine(reference ?? ''));
    expect(read[at]?.raw).not.toBe('');
  }
}

describe.each(folders)('the samples of %s', (folder) => {
  const files = filesOf(folder);
  if (files.length === 0) test.skip('are absent', () => undefined);
  test.for(files)('%s', (name) => {
    const expected = expectedOf(name);
    const bytes = readFileSync(`${samplesPath}/${name}`);
    if ('error' in expected) {
      const read = readStatement(bytes);
      expect(read.ok || read.rejection).toMatch(
        /^statement_(?:empty|truncated|unreadable|format_unknown)$/u,
      );
      return;
    }
    const needs = expected.needs ?? {};
    if (needs.dateOrder !== undefined)
      expect(readStatement(bytes)).toEqual({ ok: false, rejection: 'statement_needs_date_order' });
    if (needs.columns !== undefined)
      expect(readStatement(bytes)).toEqual({ ok: false, rejection: 'statement_needs_columns' });
    const read = readStatement(bytes, optionsOf(needs));
    if (!read.ok) throw new Error(`refused: ${read.rejection} ${read.field ?? ''}`);
    expect(read.value.format).toBe(formatOf(folder));
    expect(read.value.statements).toHaveLength(expected.statements.length);
    for (const [index, { lines, pendingLines, kind, ...head }] of expected.statements.entries()) {
      const statement = read.value.statements[index];
      expect(statement).toMatchObject(head);
      if (kind !== undefined) expect(statement?.section ?? statement?.kind).toBe(kind);
      expectLines(statement?.lines ?? [], lines);
      expectLines(statement?.pendingLines ?? [], pendingLines ?? []);
    }
    const flips = read.value.statements.some(({ signFlipped }) => signFlipped);
    expect(flips).toBe(needs.signFlip ?? false);
  });
});
