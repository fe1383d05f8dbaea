import * as z from 'zod';
import { fields } from './fields.ts';

/** A ULID made by the client, upper case. */
export const idSchema = z
  .string({ error: 'Un identifiant est attendu.' })
  .regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/u, { error: 'Cet identifiant n’est pas valable.' })
  .register(fields, { kind: 'id' });

export const coopIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,38}$/u, { error: 'Cette coopérative est inconnue.' })
  .register(fields, { kind: 'code', example: 'les-tilleuls' });

export const departmentSchema = z
  .string()
  .regex(/^(?:\d{2,3}|2[AB])$/u, { error: 'Ce département est inconnu.' })
  .register(fields, { kind: 'code', example: '2A' });

/** The calendar year a fiscal year starts in, as long as its last day can be written. */
export const yearIdSchema = z
  .string()
  .regex(/^20(?:\d[0-8]|[0-8]9)$/u, { error: 'Cet exercice est inconnu.' })
  .register(fields, { kind: 'code', example: '2025' });

export const accountNumberSchema = z
  .string({ error: 'Un compte est attendu.' })
  .regex(/^\d{3,8}$/u, { error: 'Ce numéro de compte n’est pas valable.' })
  .register(fields, { kind: 'code', example: '6180' });

export const chequeNumberSchema = z
  .string()
  .regex(/^\d{1,9}$/u, { error: 'Un numéro de chèque est fait de chiffres.' })
  .register(fields, { kind: 'code', example: '0001234' });

/** Day, digest and rank, as the import made it of what the bank says. */
export const statementLineIdSchema = z
  .string()
  .regex(/^[\w.-]{1,120}$/u, { error: 'Cette ligne du relevé est inconnue.' })
  .register(fields, { kind: 'code', example: '2026-03-12.0123456789abcdef0123.1' });

/** The name we give a payment platform. */
export const providerSchema = z
  .string()
  .regex(/^[a-z]{2,30}$/u, { error: 'Cette plateforme est inconnue.' })
  .register(fields, { kind: 'code', example: 'jaikan' });

/** 256 random bits, base64url: what opens a page without an account. */
export const tokenSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/u, { error: 'Ce lien n’est pas valable.' })
  .register(fields, { kind: 'code', example: 'a_-9'.padEnd(43, 'x') });

export const coopParams = z.strictObject({ coopId: coopIdSchema });
export const coopYearParams = z.strictObject({ coopId: coopIdSchema, yearId: yearIdSchema });
export const departmentParams = z.strictObject({ department: departmentSchema });
