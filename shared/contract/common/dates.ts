import * as z from 'zod';
import { day, isDay } from '#shared/domain/dates.ts';
import { fields } from './fields.ts';

/** A calendar day, `YYYY-MM-DD`, in Paris. */
export const daySchema = z
  .string({ error: 'Une date est attendue.' })
  .max(10, { error: 'Cette date n’existe pas.' })
  .refine(isDay, { error: 'Cette date n’existe pas.' })
  .transform(day)
  .register(fields, { kind: 'day' });
