import * as z from 'zod';
import { fields } from './fields.ts';

interface Limits {
  readonly min: number;
  readonly max: number;
  /** What is said below the least. */
  readonly tooFew?: string;
  /** What is said above the most. */
  readonly tooMany?: string;
}

/** A whole number of things, both limits included. */
export const countSchema = ({
  min,
  max,
  tooFew = `Au moins ${min}.`,
  tooMany = `Au plus ${max}.`,
}: Limits) =>
  z
    .int({ error: 'Un nombre entier est attendu.' })
    .min(min, { error: tooFew })
    .max(max, { error: tooMany })
    .register(fields, { kind: 'count', min, max });
