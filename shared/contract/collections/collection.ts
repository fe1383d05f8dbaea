import * as z from 'zod';
import { daySchema } from '../common/dates.ts';
import { accountNumberSchema, coopIdSchema, coopParams, idSchema } from '../common/ids.ts';
import { amountSchema, positiveAmountSchema, countedAmountSchema } from '../common/money.ts';
import { optionalTextSchema, textSchema } from '../common/text.ts';
import type { Endpoint } from '../endpoint.ts';

const collectionParams = z.strictObject({ coopId: coopIdSchema, collectionId: idSchema });

const collectionSchema = z.object({
  id: idSchema,
  title: z.string(),
  purpose: z.string().optional(),
  accountNumber: z.string(),
  projectId: z.string().optional(),
  expectedCents: amountSchema,
  dueOn: z.string(),
  status: z.enum(['open', 'closed']),
  createdAt: z.string(),
  familyCount: z.int(),
  paidCount: z.int(),
  partlyPaidCount: z.int(),
  receivedCents: amountSchema,
  expectedTotalCents: amountSchema,
});

/** A family as the mandataire sees it: a pupil's first name and initial, a class, never more. */
const familySchema = z.object({
  id: idSchema,
  pupil: z.string(),
  className: z.string(),
  /** What the family quotes and the platform sends back: `TRL-7K2MX`. */
  reference: z.string(),
  expectedCents: amountSchema,
  paidCents: amountSchema,
  state: z.enum(['unpaid', 'partlyPaid', 'paid', 'overpaid']),
});

const familyPaymentSchema = z.object({
  id: z.string(),
  familyId: z.string().optional(),
  payerName: z.string().optional(),
  means: z.enum(['platform', 'cheque', 'cash']),
  provider: z.string().optional(),
  platformReference: z.string().optional(),
  chequeNumber: z.string().optional(),
  grossCents: amountSchema,
  refundedCents: amountSchema,
  paidOn: z.string(),
  /** `booked` once an entry carries it. */
  state: z.enum(['pending', 'received', 'booked', 'failed']),
  payoutId: z.string().optional(),
  entryId: z.string().optional(),
});

export const listCollectionsEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/collections',
  permission: 'collections:read',
  summary: 'The collectes, newest first',
  params: coopParams,
  response: z.object({ collections: z.array(collectionSchema) }),
} as const satisfies Endpoint;

export const findCollectionEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/collections/{collectionId}',
  permission: 'collections:read',
  summary: 'A collecte with its families and payments',
  params: collectionParams,
  response: z.object({
    collection: collectionSchema,
    families: z.array(familySchema),
    payments: z.array(familyPaymentSchema),
  }),
} as const satisfies Endpoint;

const newFamilySchema = z.strictObject({
  id: idSchema,
  /** First name and initial only: `Léa M.` */
  pupil: textSchema(30),
  className: textSchema(30),
  /** A reduced amount, or zero, without a reason. */
  expectedCents: countedAmountSchema.optional(),
});

/** Opens a collecte with its family list. The same id and content again answer as at first. */
export const openCollectionEndpoint = {
  method: 'PUT',
  path: '/api/coops/{coopId}/collections/{collectionId}',
  permission: 'collections:write',
  summary: 'Opens a collecte with its families',
  params: collectionParams,
  request: z.strictObject({
    title: textSchema(80),
    purpose: optionalTextSchema(400),
    accountNumber: accountNumberSchema,
    projectId: idSchema.optional(),
    expectedCents: positiveAmountSchema,
    dueOn: daySchema,
    families: z
      .array(newFamilySchema)
      .min(1, { error: 'Une famille au moins est attendue.' })
      .max(400, { error: 'Au plus 400 familles.' }),
  }),
  response: z.object({ collection: collectionSchema, families: z.array(familySchema) }),
} as const satisfies Endpoint;

/** Notes what a family paid by cheque or in cash. */
export const noteOfflinePaymentEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/collections/{collectionId}/payments',
  permission: 'collections:write',
  summary: 'Notes a cheque or cash received from a family',
  params: collectionParams,
  request: z.strictObject({
    id: idSchema,
    familyId: idSchema,
    means: z.enum(['cheque', 'cash'], { error: 'Chèque ou espèces.' }),
    amountCents: positiveAmountSchema,
    chequeNumber: z
      .string()
      .regex(/^\d{1,9}$/u, { error: 'Un numéro de chèque est fait de chiffres.' })
      .optional(),
    payerName: optionalTextSchema(80),
    paidOn: daySchema,
  }),
  response: familyPaymentSchema,
} as const satisfies Endpoint;

/**
 * Books noted payments by one entry: cheques to the bank as a deposit slip, cash to the cash box.
 */
export const depositPaymentsEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/collections/{collectionId}/deposits',
  permission: 'collections:write',
  summary: 'Books noted cheques (bank) or cash (cash box) by one entry',
  params: collectionParams,
  request: z.strictObject({
    id: idSchema,
    means: z.enum(['cheque', 'cash'], { error: 'Chèque ou espèces.' }),
    paymentIds: z
      .array(idSchema)
      .min(1, { error: 'Un paiement au moins est attendu.' })
      .max(40, { error: 'Au plus 40 paiements par bordereau.' }),
    depositedOn: daySchema,
    slipNumber: optionalTextSchema(20),
  }),
  response: z.object({ entryId: idSchema, entryNumber: z.int(), totalCents: amountSchema }),
} as const satisfies Endpoint;
