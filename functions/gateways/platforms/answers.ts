import * as z from 'zod';
import { dayInParis, isDay, type Day } from '#shared/domain/dates.ts';
import { cents, maxCents, type Cents } from '#shared/domain/money.ts';
import { oneLine } from '#shared/domain/text.ts';

const textMax = 200;

/** A whole number of cents. */
export const amount = z.int().min(-maxCents).max(maxCents).transform(cents);

/** Free text of a platform: one line, never longer than what is kept. */
export const text = z
  .string()
  .max(5_000)
  .transform((value) => oneLine(value).slice(0, textMax));

/** The same where a platform may leave it out. */
export const maybeText = text.nullish().transform((value) => value ?? undefined);

/** The name of a person as it is shown; undefined when the platform tells none. */
export const fullName = (person?: {
  readonly first?: string | undefined;
  readonly last?: string | undefined;
}): string | undefined => oneLine(`${person?.first ?? ''} ${person?.last ?? ''}`) || undefined;

export const euros = z.literal(['EUR', 'eur']);

const decimalPattern = /^(-?)(\d{1,10})(?:\.(\d+))?$/u;

/**
 * A decimal number of a unit, as so many of its smallest parts: `12.5` with two places is 1250. Read
 * as text, so that no float is ever computed; undefined when it has more places than that.
 */
export function partsOf(written: string, places: number): number | undefined {
  const [, sign, whole, decimals = ''] = decimalPattern.exec(written) ?? [];
  const kept = decimals.replace(/0+$/u, '');
  if (whole === undefined || kept.length > places) return undefined;
  const parts = Number(`${whole}${kept.padEnd(places, '0')}`);
  return sign === '-' ? 0 - parts : parts;
}

/** Euros as a decimal, `132.45`, in cents; undefined with more than two places. */
export function centsOfEuros(written: string): Cents | undefined {
  const parts = partsOf(written, 2);
  return parts === undefined || Math.abs(parts) > maxCents ? undefined : cents(parts);
}

const toCents = (written: string, context: z.RefinementCtx): Cents => {
  const read = centsOfEuros(written);
  if (read !== undefined) return read;
  context.addIssue({ code: 'custom', message: 'not an amount in euros and cents' });
  return z.NEVER;
};

/** Euros written as a decimal text, in cents. */
export const decimalEuros = z.string().max(20).transform(toCents);

/** Euros as a JSON number, in cents: through its shortest text, never multiplied. */
export const numberEuros = z.number().transform(String).transform(toCents);

const instantPattern =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/u;

/** A moment as platforms write it, with up to nine decimals, as we write it. */
export const instant = z
  .string()
  .regex(instantPattern)
  .transform((written) => new Date(written.replace(/(\.\d{3})\d+/u, '$1')))
  .refine((date) => !Number.isNaN(date.getTime()))
  .transform((date) => date.toISOString());

/** Seconds since 1970, as a moment. */
export const seconds = z
  .int()
  .min(0)
  .max(9_999_999_999)
  .transform((value) => new Date(value * 1000).toISOString());

/** A day, or the day in Paris of a moment; a moment without an offset is Paris's own. */
export const dayOf = z.string().transform((written, context): Day => {
  const head = written.slice(0, 10);
  const read = instant.safeParse(written);
  if (read.success) return dayInParis(read.data);
  if (isDay(head)) return head;
  context.addIssue({ code: 'custom', message: 'not a day' });
  return z.NEVER;
});

/** The middle of a day: the moment of what a platform only dates. */
export const noonOf = (day: Day): string => `${day}T12:00:00.000Z`;

/** The items of a list that can be read, and how many cannot: one of them never hides the others. */
export function readable<Schema extends z.ZodType>(items: readonly unknown[], schema: Schema) {
  const read = items.map((item) => schema.safeParse(item));
  const good = read.flatMap(({ success, data }) => (success ? [data] : []));
  return { good, leftOut: items.length - good.length };
}
