import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readStatement } from '#shared/domain/bank/reading/read-statement.ts';
import { oneLine } from '#shared/domain/text.ts';

const samplesPath = '../shared/samples/bank';

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
        lines: z.array(
          z.object({
            date: z.string(),
            valueDate: z.string().optional(),
            amountCents: z.int(),
            label: z.string().optional(),
            reference: z.string().optional(),
          }),
        ),
      }),
    ),
    needs: z.object({ signFlip: z.boolean().optional() }).optional(),
  }),
]);

const filesOf = (format: string): readonly string[] => {
  const folder = `${samplesPath}/${format}`;
  if (!existsSync(folder)) {
    console.warn(`skipped: no samples in ${folder}`);
    return [];
  }
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name) => `${folder}/${name}`);
};

const nameOf = (path: string): string => path.slice(samplesPath.length + 1);

describe.each(['cfonb120', 'ofx'])('the samples of %s', (format) => {
  const files = filesOf(format);
  if (files.length === 0) test.skip('are absent', () => undefined);
  test.for(files.map((path) => [nameOf(path), path] as const))('%s', ([, path]) => {
    const expected = expectedSchema.parse(
      JSON.parse(readFileSync(`${path}.expected.json`, 'utf8')),
    );
    const read = readStatement(readFileSync(path));
    if ('error' in expected) {
      expect(read.ok).toBe(false);
      expect(read.ok || read.rejection).toMatch(/^statement_(?:empty|truncated|unreadable)$/u);
      return;
    }
    if (!read.ok) throw new Error(`refused: ${read.rejection}`);
    expect(read.value.format).toBe(format);
    expect(read.value.statements).toHaveLength(expected.statements.length);
    for (const [index, statement] of expected.statements.entries()) {
      const { lines, ...head } = statement;
      expect(read.value.statements[index]).toMatchObject(head);
      expect(
        read.value.statements[index]?.lines.map(({ date, valueDate, amountCents }) => ({
          date,
          ...(valueDate !== undefined && { valueDate }),
          amountCents,
        })),
      ).toEqual(lines.map(({ label: _, reference: __, ...line }) => line));
      for (const [at, { label, reference }] of lines.entries()) {
        const line = read.value.statements[index]?.lines[at];
        if (label !== undefined) expect(line?.label).toContain(oneLine(label));
        expect(oneLine(line?.reference ?? '')).toBe(oneLine(reference ?? ''));
      }
    }
    const flips = read.value.statements.some(({ signFlipped }) => signFlipped);
    expect(flips).toBe(expected.needs?.signFlip ?? false);
  });
});

describe.each(['camt', 'csv-fr', 'mt940', 'qif'])('the samples of %s', (format) => {
  const files = filesOf(format);
  if (files.length === 0) test.skip('are absent', () => undefined);
  test.for(files.map((path) => [nameOf(path), path] as const))(
    '%s is a format we do not know',
    ([, path]) => {
      expect(readStatement(readFileSync(path))).toEqual({
        ok: false,
        rejection: 'statement_format_unknown',
      });
    },
  );
});
