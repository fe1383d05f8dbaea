import * as z from 'zod';
import { collectionParams } from '../collections/collection.ts';
import type { Endpoint } from '../endpoint.ts';

const remindersSchema = z.object({
  /** Whether the schedule reminds without being asked. */
  automatic: z.boolean(),
  /** How many families a click would remind now. */
  toRemindCount: z.int(),
  /** How many have something to pay and left no address. */
  withoutMailCount: z.int(),
  /** How many asked for silence. */
  stoppedCount: z.int(),
  queuedCount: z.int(),
  sentCount: z.int(),
  refusedCount: z.int(),
  lastSentOn: z.string().optional(),
});

export const findRemindersEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/collections/{collectionId}/reminders',
  permission: 'collections:write',
  summary: 'How many families can be reminded, and were',
  params: collectionParams,
  response: remindersSchema,
} as const satisfies Endpoint;

/** Reminds the families that have not paid. At most twice each, seven days apart. */
export const sendRemindersEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/collections/{collectionId}/reminders',
  permission: 'collections:write',
  summary: 'Reminds by mail the families that have not paid',
  params: collectionParams,
  response: remindersSchema,
} as const satisfies Endpoint;

/** Lets the schedule remind, or no longer. */
export const planRemindersEndpoint = {
  method: 'PUT',
  path: '/api/coops/{coopId}/collections/{collectionId}/reminders',
  permission: 'collections:write',
  summary: 'Lets the schedule remind the families of a collecte, or no longer',
  params: collectionParams,
  request: z.strictObject({
    mode: z.enum(['automatic', 'byHand'], { error: 'D’office ou à la demande.' }),
  }),
  response: remindersSchema,
} as const satisfies Endpoint;

/** The letter of each family, with its reference and the code of its page. */
export const printLettersEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/collections/{collectionId}/letters',
  permission: 'collections:write',
  summary: 'A link to the letters of all families, as one PDF',
  params: collectionParams,
  response: z.object({ url: z.string(), letterCount: z.int() }),
} as const satisfies Endpoint;
