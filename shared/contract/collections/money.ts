import * as z from 'zod';
import { daySchema } from '../common/dates.ts';
import { chequeNumberSchema, coopParams, idSchema } from '../common/ids.ts';
import { amountSchema, positiveAmountSchema } from '../common/money.ts';
import { opaqueSchema, optionalTextSchema } from '../common/text.ts';
import type { Endpoint } from '../endpoint.ts';
import { carrySchema, collectionParams } from './collection.ts';

const placeSchema = z.strictObject({ collectionId: idSchema, familyId: idSchema });

/** The id of a payment: ours, or the platform's behind its name. */
const paymentIdSchema = opaqueSchema(200);

const bookedSchema = z.object({
  entryId: idSchema,
  entryNumber: z.int(),
  totalCents: amountSchema,
});

/** Books noted payments of several collectes by one entry, on one slip. */
export const depositAcrossEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/deposits',
  permission: 'collections:write',
  summary: 'Books cheques or cash of several collectes by one entry',
  params: coopParams,
  request: z.strictObject({
    id: idSchema,
    means: z.enum(['cheque', 'cash', 'transfer'], { error: 'Chèque, espèces ou virement.' }),
    payments: z
      .array(z.strictObject({ collectionId: idSchema, paymentId: idSchema }))
      .min(1, { error: 'Un paiement au moins est attendu.' })
      .max(40, { error: 'Au plus 40 paiements par bordereau.' }),
    depositedOn: daySchema,
    slipNumber: optionalTextSchema(20),
  }),
  response: bookedSchema,
} as const satisfies Endpoint;

/** Gives payments back to families: one entry with its list, or none when nothing was booked. */
export const refundPaymentsEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/collections/{collectionId}/refunds',
  permission: 'collections:write',
  summary: 'Gives payments back to families',
  params: collectionParams,
  request: z.strictObject({
    id: idSchema,
    means: z.enum(['cheque', 'cash', 'transfer', 'givenBack'], {
      error: 'Chèque, espèces, virement, ou rendu tel quel.',
    }),
    chequeNumber: chequeNumberSchema.optional(),
    refunds: z
      .array(z.strictObject({ paymentId: idSchema, amountCents: positiveAmountSchema }))
      .min(1, { error: 'Un paiement au moins est attendu.' })
      .max(30, { error: 'Au plus 30 paiements à la fois.' }),
    refundedOn: daySchema,
  }),
  response: bookedSchema.partial({ entryId: true, entryNumber: true }),
} as const satisfies Endpoint;

/** Takes a cheque that the bank sent back out of the accounts; its family has not paid. */
export const returnChequeEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/collections/{collectionId}/returned-cheques',
  permission: 'collections:write',
  summary: 'Books a cheque that the bank sent back unpaid',
  params: collectionParams,
  request: z.strictObject({
    id: idSchema,
    paymentId: idSchema,
    returnedOn: daySchema,
    feeCents: positiveAmountSchema.optional(),
  }),
  response: bookedSchema,
} as const satisfies Endpoint;

/** Moves a payment to another family or collecte: an act with both sides. */
export const movePaymentEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/collections/{collectionId}/moves',
  permission: 'collections:write',
  summary: 'Moves a payment to another family or collecte',
  params: collectionParams,
  request: z.strictObject({
    id: idSchema,
    paymentId: paymentIdSchema,
    to: placeSchema,
    movedOn: daySchema,
  }),
  response: carrySchema,
} as const satisfies Endpoint;

/** Carries a family's credit to another family or collecte: an act with both sides. */
export const carryCreditEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/collections/{collectionId}/credits',
  permission: 'collections:write',
  summary: 'Carries the credit of a family to another collecte',
  params: collectionParams,
  request: z.strictObject({
    id: idSchema,
    familyId: idSchema,
    to: placeSchema,
    amountCents: positiveAmountSchema,
    carriedOn: daySchema,
  }),
  response: carrySchema,
} as const satisfies Endpoint;
