import * as z from 'zod';

/** A ULID made by the client, upper case. */
export const idSchema = z
  .string({ error: 'Un identifiant est attendu.' })
  .regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/u, { error: 'Cet identifiant n’est pas valable.' });

export const coopIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,38}$/u, { error: 'Cette coopérative est inconnue.' });

export const departmentSchema = z
  .string()
  .regex(/^(?:\d{2,3}|2[AB])$/u, { error: 'Ce département est inconnu.' });

/** The calendar year a fiscal year starts in, as long as its last day can be written. */
export const yearIdSchema = z
  .string()
  .regex(/^20(?:\d[0-8]|[0-8]9)$/u, { error: 'Cet exercice est inconnu.' });

export const accountNumberSchema = z
  .string({ error: 'Un compte est attendu.' })
  .regex(/^\d{3,8}$/u, { error: 'Ce numéro de compte n’est pas valable.' });

/** 256 random bits, base64url: what opens a page without an account. */
export const tokenSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/u, { error: 'Ce lien n’est pas valable.' });

export const coopParams = z.strictObject({ coopId: coopIdSchema });
export const coopYearParams = z.strictObject({ coopId: coopIdSchema, yearId: yearIdSchema });
export const departmentParams = z.strictObject({ department: departmentSchema });
