import * as z from 'zod';
import { collectionKinds } from '#shared/domain/collections/collection.ts';
import {
  familyStates,
  paymentMeansOfFamilies,
  paymentStates,
} from '#shared/domain/collections/family-payment.ts';
import { paymentPageProviders } from '#shared/domain/collections/payment-page.ts';
import { daySchema } from '../common/dates.ts';
import {
  accountNumberSchema,
  chequeNumberSchema,
  coopIdSchema,
  coopParams,
  idSchema,
} from '../common/ids.ts';
import { amountSchema, positiveAmountSchema, countedAmountSchema } from '../common/money.ts';
import { optionalTextSchema, textSchema } from '../common/text.ts';
import type { Endpoint } from '../endpoint.ts';
import {
  capacitySchema,
  instalmentsSchema,
  newFamiliesSchema,
  paymentPageSchema,
} from './fields.ts';

export const collectionParams = z.strictObject({ coopId: coopIdSchema, collectionId: idSchema });

/** A collecte as the mandataire sees it; the token opens the page that families share. */
export const collectionSchema = z.object({
  id: idSchema,
  kind: z.enum(collectionKinds),
  title: z.string(),
  purpose: z.string().optional(),
  accountNumber: z.string(),
  projectId: z.string().optional(),
  expectedCents: amountSchema,
  dueOn: z.string(),
  startsOn: z.string().optional(),
  endsOn: z.string().optional(),
  capacity: z.int().optional(),
  seatsTaken: z.int(),
  instalments: z.array(z.object({ dueOn: z.string(), amountCents: amountSchema })),
  paymentPage: z.object({ provider: z.enum(paymentPageProviders), url: z.string() }).optional(),
  shareToken: z.string(),
  status: z.enum(['open', 'closed', 'cancelled']),
  createdAt: z.string(),
  familyCount: z.int(),
  paidCount: z.int(),
  partlyPaidCount: z.int(),
  receivedCents: amountSchema,
  /** What families paid above what was awaited of them. */
  creditCents: amountSchema,
  /** What families carried elsewhere and got back as well. */
  overdrawnCents: amountSchema,
  expectedTotalCents: amountSchema,
});

/** A family as the mandataire sees it: a pupil's first name and initial, a class, never more. */
export const familySchema = z.object({
  id: idSchema,
  pupil: z.string(),
  className: z.string(),
  /** What the family quotes and the platform sends back: `TRL-7K2MX`. */
  reference: z.string(),
  token: z.string(),
  contactMail: z.string().optional(),
  seat: z.enum(['confirmed', 'declined']).optional(),
  expectedCents: amountSchema,
  paidCents: amountSchema,
  creditCents: amountSchema,
  overdrawnCents: amountSchema,
  state: z.enum(familyStates),
});

const familyPaymentSchema = z.object({
  id: z.string(),
  familyId: z.string().optional(),
  payerName: z.string().optional(),
  means: z.enum(paymentMeansOfFamilies),
  provider: z.string().optional(),
  platformReference: z.string().optional(),
  chequeNumber: z.string().optional(),
  grossCents: amountSchema,
  refundedCents: amountSchema,
  paidOn: z.string(),
  /** `booked` once an entry carries it. */
  state: z.enum(paymentStates),
  payoutId: z.string().optional(),
  entryId: z.string().optional(),
});

/** A payment noted by hand that no entry carries yet. */
const waitingPaymentSchema = familyPaymentSchema
  .pick({ id: true, means: true, grossCents: true, paidOn: true, chequeNumber: true })
  .extend({ collectionId: idSchema, pupil: z.string().optional() });

const placeSchema = z.object({ collectionId: idSchema, familyId: idSchema.optional() });

/** A recorded act with both sides: a payment moved, or a credit used elsewhere. */
export const carrySchema = z.object({
  id: idSchema,
  kind: z.enum(['payment', 'credit']),
  paymentId: z.string().optional(),
  from: placeSchema,
  to: placeSchema,
  amountCents: amountSchema,
  carriedOn: z.string(),
  by: z.string(),
  at: z.string(),
  entryId: z.string().optional(),
});

export const listCollectionsEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/collections',
  permission: 'collections:read',
  summary: 'The collectes, newest first',
  params: coopParams,
  response: z.object({
    collections: z.array(collectionSchema),
    /** What waits to be deposited, in the order of its days: one slip may take several collectes. */
    waiting: z.array(waitingPaymentSchema),
  }),
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
    /** What families carried from or to another family or collecte. */
    carries: z.array(carrySchema),
  }),
} as const satisfies Endpoint;

/** Opens a collecte with its family list. The same id and content again answer as at first. */
export const openCollectionEndpoint = {
  method: 'PUT',
  path: '/api/coops/{coopId}/collections/{collectionId}',
  permission: 'collections:write',
  summary: 'Opens a collecte with its families',
  params: collectionParams,
  request: z.strictObject({
    kind: z.enum(collectionKinds, { error: 'Choisissez le genre de collecte.' }).default('trip'),
    title: textSchema(80),
    purpose: optionalTextSchema(400),
    accountNumber: accountNumberSchema,
    projectId: idSchema.optional(),
    /** Zero for a free contribution, and only then. */
    expectedCents: countedAmountSchema,
    dueOn: daySchema,
    startsOn: daySchema.optional(),
    endsOn: daySchema.optional(),
    capacity: capacitySchema.optional(),
    instalments: instalmentsSchema.default([]),
    paymentPage: paymentPageSchema.optional(),
    families: newFamiliesSchema,
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
    means: z.enum(['cheque', 'cash', 'transfer'], { error: 'Chèque, espèces ou virement.' }),
    amountCents: positiveAmountSchema,
    chequeNumber: chequeNumberSchema.optional(),
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
    means: z.enum(['cheque', 'cash', 'transfer'], { error: 'Chèque, espèces ou virement.' }),
    paymentIds: z
      .array(idSchema)
      .min(1, { error: 'Un paiement au moins est attendu.' })
      .max(40, { error: 'Au plus 40 paiements par bordereau.' }),
    depositedOn: daySchema,
    slipNumber: optionalTextSchema(20),
  }),
  response: z.object({ entryId: idSchema, entryNumber: z.int(), totalCents: amountSchema }),
} as const satisfies Endpoint;
