import * as z from 'zod';
import {
  coopIdSchema,
  departmentParams,
  departmentSchema,
  idSchema,
  yearIdSchema,
} from '../common/ids.ts';
import { amountSchema } from '../common/money.ts';
import { optionalTextSchema } from '../common/text.ts';
import type { Endpoint } from '../endpoint.ts';
import { crfControlSchema, crfSnapshotSchema } from '../reports/crf.ts';

const crfStatusSchema = z.enum(['none', 'draft', 'submitted', 'returned', 'accepted']);

/** The cooperatives of an association with their state, from the summaries kept by the stream. */
export const listCoopsEndpoint = {
  method: 'GET',
  path: '/api/departments/{department}/coops',
  permission: 'headoffice:read',
  summary: 'The cooperatives of the association with their state',
  params: departmentParams,
  query: z.strictObject({ year: yearIdSchema.optional() }),
  response: z.object({
    department: z.object({ code: z.string(), name: z.string(), crfDueOn: z.string() }),
    yearId: z.string(),
    yearIds: z.array(z.string()),
    coops: z.array(
      z.object({
        coopId: z.string(),
        name: z.string(),
        city: z.string(),
        number: z.string(),
        bankCents: amountSchema,
        cashCents: amountSchema,
        entryCount: z.int(),
        lastEntryOn: z.string().optional(),
        crfStatus: crfStatusSchema,
        crfSubmittedAt: z.string().optional(),
        late: z.boolean(),
      }),
    ),
    totals: z.object({
      coops: z.int(),
      submitted: z.int(),
      accepted: z.int(),
      late: z.int(),
      bankCents: amountSchema,
      cashCents: amountSchema,
    }),
  }),
} as const satisfies Endpoint;

const filedCrfParams = z.strictObject({
  department: departmentSchema,
  yearId: yearIdSchema,
  coopId: coopIdSchema,
});

/** A filed CRF as it was frozen, with a link to its PDF. */
export const readFiledCrfEndpoint = {
  method: 'GET',
  path: '/api/departments/{department}/years/{yearId}/crfs/{coopId}',
  permission: 'headoffice:read',
  summary: 'A filed CRF, as frozen at its submission',
  params: filedCrfParams,
  response: z.object({
    status: crfStatusSchema,
    submittedAt: z.string(),
    submittedBy: z.string(),
    returnedReason: z.string().optional(),
    snapshot: crfSnapshotSchema,
    controls: z.array(crfControlSchema),
    paperUrl: z.string(),
    paperSha256: z.string(),
  }),
} as const satisfies Endpoint;

/** Accepts a filed CRF, or returns it with a reason; returning opens the year again. */
export const decideCrfEndpoint = {
  method: 'POST',
  path: '/api/departments/{department}/years/{yearId}/crfs/{coopId}/decision',
  permission: 'headoffice:decide',
  summary: 'Accepts a filed CRF, or returns it with a reason',
  params: filedCrfParams,
  request: z.strictObject({
    decision: z.enum(['accept', 'return'], { error: 'Accepter ou renvoyer.' }),
    reason: optionalTextSchema(400),
  }),
  response: z.object({ status: crfStatusSchema }),
} as const satisfies Endpoint;

/** Asks for the consolidated export of a year: CSV, XLSX and the PDFs, into the bucket. */
export const startExportEndpoint = {
  method: 'PUT',
  path: '/api/departments/{department}/exports/{exportId}',
  permission: 'headoffice:read',
  summary: 'Starts the consolidated export of a year',
  params: z.strictObject({ department: departmentSchema, exportId: idSchema }),
  request: z.strictObject({ yearId: yearIdSchema }),
  response: z.object({ id: idSchema, status: z.enum(['queued', 'done', 'failed']) }),
} as const satisfies Endpoint;

export const listExportsEndpoint = {
  method: 'GET',
  path: '/api/departments/{department}/exports',
  permission: 'headoffice:read',
  summary: 'The consolidated exports, newest first, with signed links',
  params: departmentParams,
  response: z.object({
    exports: z.array(
      z.object({
        id: z.string(),
        yearId: z.string(),
        status: z.enum(['queued', 'done', 'failed']),
        startedBy: z.enum(['person', 'schedule']),
        startedAt: z.string(),
        finishedAt: z.string().optional(),
        coopCount: z.int().optional(),
        files: z.array(z.object({ name: z.string(), sha256: z.string(), url: z.string() })),
      }),
    ),
  }),
} as const satisfies Endpoint;

/** Totals of the network, by association; never a name. */
export const readNationalTotalsEndpoint = {
  method: 'GET',
  path: '/api/nation/totals',
  permission: 'national:read',
  summary: 'Totals of the network by association',
  query: z.strictObject({ year: yearIdSchema.optional() }),
  response: z.object({
    yearId: z.string(),
    departments: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        coops: z.int(),
        submitted: z.int(),
        accepted: z.int(),
        bankCents: amountSchema,
        cashCents: amountSchema,
      }),
    ),
  }),
} as const satisfies Endpoint;
