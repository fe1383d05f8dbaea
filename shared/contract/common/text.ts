import * as z from 'zod';
import { lengthOf, oneLine } from '#shared/domain/text.ts';
import { fields } from './fields.ts';

/** More than this is never read, whatever the field: a guard before any work on the text. */
const rawMax = 4_000;

/** One line of text, cleaned, of 1 to `max` characters as a person counts them. */
export const textSchema = (max: number) =>
  z
    .string({ error: 'Un texte est attendu.' })
    .max(rawMax, { error: `Au plus ${max} caractères.` })
    .refine((text) => text.isWellFormed(), {
      error: 'Ce texte contient des caractères illisibles.',
    })
    .transform(oneLine)
    .refine((text) => text !== '', { error: 'Ce champ est à remplir.' })
    .refine((text) => lengthOf(text) <= max, { error: `Au plus ${max} caractères.` })
    .register(fields, { kind: 'text', max });

/** The same, or nothing: an empty text counts as absent. */
export const optionalTextSchema = (max: number) =>
  z
    .string({ error: 'Un texte est attendu.' })
    .max(rawMax, { error: `Au plus ${max} caractères.` })
    .refine((text) => text.isWellFormed(), {
      error: 'Ce texte contient des caractères illisibles.',
    })
    .transform(oneLine)
    .refine((text) => lengthOf(text) <= max, { error: `Au plus ${max} caractères.` })
    .transform((text) => (text === '' ? undefined : text))
    .optional()
    .register(fields, { kind: 'text', max, mayBeBlank: true });

/** An e-mail address, lower case. */
export const mailSchema = z
  .string({ error: 'Une adresse électronique est attendue.' })
  .max(254, { error: 'Cette adresse est trop longue.' })
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email({ error: 'Cette adresse électronique n’est pas valable.' }))
  .register(fields, { kind: 'mail' });

/** An address of the web, in the signs that addresses are written with: nothing hides in it. */
export const linkSchema = (max: number) =>
  z
    .string({ error: 'Une adresse est attendue.' })
    .max(max, { error: 'Cette adresse est trop longue.' })
    .regex(/^https:\/\/[\w!#$%&'()*+,./:;=?@[\]~-]+$/u, {
      error: 'L’adresse doit commencer par https://.',
    })
    .register(fields, { kind: 'link', max });

/** What somebody else wrote and we only hand back or compare: never cleaned, never shown. */
export const opaqueSchema = (max: number) =>
  z.string().max(max).register(fields, { kind: 'opaque', max });
