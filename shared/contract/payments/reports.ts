import * as z from 'zod';
import { columnFields } from '#shared/domain/payments/reports/chosen-columns.ts';
import { amountUnits } from '#shared/domain/payments/reports/row.ts';
import { fields } from '../common/fields.ts';
import { coopIdSchema, providerSchema } from '../common/ids.ts';
import { amountSchema } from '../common/money.ts';
import type { Endpoint } from '../endpoint.ts';

/** As a gateway carries it: five million bytes would not fit once written in base64. */
const reportMaxBytes = 4_000_000;

const columnsSchema = z.partialRecord(z.enum(columnFields), z.int());

const layoutSchema = z.object({ id: z.string(), name: z.string() });

const readSchema = z.object({
  kind: z.literal('read'),
  layout: layoutSchema,
  unit: z.enum(amountUnits),
  payouts: z.array(
    z.object({
      id: z.string(),
      arrivalOn: z.string(),
      grossCents: amountSchema,
      refundedCents: amountSchema,
      feeCents: amountSchema,
      netCents: amountSchema,
      lineCount: z.int(),
      /** Whether the portal knows it, and has its entry. */
      state: z.enum(['new', 'known', 'booked']),
    }),
  ),
  /** Payments that no payout carries yet. */
  awaiting: z.object({ count: z.int(), grossCents: amountSchema }),
  /** Payments of payouts that the file dates and does not name: kept, and nothing is booked. */
  unnamed: z.array(z.object({ arrivalOn: z.string(), count: z.int(), grossCents: amountSchema })),
  leftOut: z.array(z.object({ reason: z.string(), count: z.int() })),
  problemCount: z.int(),
  problems: z.array(z.object({ row: z.int(), message: z.string() })),
  /** The file was given to the inbox. */
  imported: z.boolean(),
});

/** Reads a file of a payment platform, then brings it in: the same way as its messages. */
export const importReportEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/platform-reports/{provider}',
  permission: 'collections:write',
  summary: 'Previews or imports a payout report of a payment platform (CSV, Excel)',
  params: z.strictObject({ coopId: coopIdSchema, provider: providerSchema }),
  query: z.strictObject({
    step: z.enum(['preview', 'confirm']),
    unit: z.enum(amountUnits).optional(),
    /** `gross:3,net:5`: which column, from 0, holds what. */
    columns: z
      .string()
      .regex(/^[a-zA-Z]{3,12}:\d{1,2}(?:,[a-zA-Z]{3,12}:\d{1,2}){0,11}$/u, {
        error: 'Ces colonnes sont illisibles.',
      })
      .register(fields, { kind: 'code', example: 'gross:3,net:5' })
      .optional(),
  }),
  bytesMax: reportMaxBytes,
  response: z.discriminatedUnion('kind', [
    readSchema,
    z.object({ kind: z.literal('needsUnit'), layout: layoutSchema }),
    z.object({
      kind: z.literal('needsColumns'),
      titles: z.array(z.string()),
      proposed: columnsSchema,
      sample: z.array(z.array(z.string())),
    }),
  ]),
} as const satisfies Endpoint;
