import * as z from 'zod';
import { daySchema } from '../common/dates.ts';
import { coopIdSchema, idSchema } from '../common/ids.ts';
import { countedAmountSchema } from '../common/money.ts';
import { mailSchema, optionalTextSchema, textSchema } from '../common/text.ts';
import type { Endpoint } from '../endpoint.ts';
import { collectionParams, collectionSchema, familySchema } from './collection.ts';
import { capacitySchema, newFamiliesSchema, paymentPageSchema } from './fields.ts';

const familyParams = z.strictObject({
  coopId: coopIdSchema,
  collectionId: idSchema,
  familyId: idSchema,
});

const changed = z.object({ collection: collectionSchema, families: z.array(familySchema) });

/** Adds families to an open collecte; those that are there already, the same, stay as they are. */
export const addFamiliesEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/collections/{collectionId}/families',
  permission: 'collections:write',
  summary: 'Adds families to an open collecte',
  params: collectionParams,
  request: z.strictObject({ families: newFamiliesSchema }),
  response: changed,
} as const satisfies Endpoint;

/** Changes what is asked of a family, without a reason, its class or where reminders go. */
export const changeFamilyEndpoint = {
  method: 'PUT',
  path: '/api/coops/{coopId}/collections/{collectionId}/families/{familyId}',
  permission: 'collections:write',
  summary: 'Changes the amount, the class or the mail of a family',
  params: familyParams,
  request: z.strictObject({
    className: textSchema(30),
    expectedCents: countedAmountSchema,
    contactMail: mailSchema.optional(),
  }),
  response: changed,
} as const satisfies Endpoint;

/** Removes a family that paid nothing. Asked again, it answers as at first. */
export const removeFamilyEndpoint = {
  method: 'DELETE',
  path: '/api/coops/{coopId}/collections/{collectionId}/families/{familyId}',
  permission: 'collections:write',
  summary: 'Removes a family that paid nothing',
  params: familyParams,
  response: z.object({ removed: z.boolean() }),
} as const satisfies Endpoint;

/** Notes the answer of a family about its seat; a seat is taken only while one is left. */
export const answerSeatEndpoint = {
  method: 'PUT',
  path: '/api/coops/{coopId}/collections/{collectionId}/families/{familyId}/seat',
  permission: 'collections:write',
  summary: 'Notes that a family confirms or declines its seat',
  params: familyParams,
  request: z.strictObject({
    answer: z.enum(['confirmed', 'declined'], { error: 'Confirmée ou refusée.' }),
  }),
  response: changed,
} as const satisfies Endpoint;

/** Replaces what may change of an open collecte; what is left out is removed. */
export const changeCollectionEndpoint = {
  method: 'PUT',
  path: '/api/coops/{coopId}/collections/{collectionId}/settings',
  permission: 'collections:write',
  summary: 'Changes the days, the seats or the payment page of an open collecte',
  params: collectionParams,
  request: z.strictObject({
    purpose: optionalTextSchema(400),
    dueOn: daySchema,
    startsOn: daySchema.optional(),
    endsOn: daySchema.optional(),
    capacity: capacitySchema.optional(),
    paymentPage: paymentPageSchema.optional(),
  }),
  response: changed,
} as const satisfies Endpoint;

/** Ends a collecte: nothing more is asked. Asked again, it answers as at first. */
export const closeCollectionEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/collections/{collectionId}/close',
  permission: 'collections:write',
  summary: 'Ends a collecte',
  params: collectionParams,
  response: changed,
} as const satisfies Endpoint;

/** Cancels a collecte: all that was paid becomes the credit of its family, to give back or carry. */
export const cancelCollectionEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/collections/{collectionId}/cancel',
  permission: 'collections:write',
  summary: 'Cancels a collecte',
  params: collectionParams,
  response: changed,
} as const satisfies Endpoint;
