import * as z from 'zod';
import { opaqueSchema } from '../common/text.ts';
import type { Endpoint } from '../endpoint.ts';

/** Any text: what is no token of ours opens the same page as one that we do not know. */
const tokenSchema = opaqueSchema(64).catch('');
const params = z.strictObject({ token: tokenSchema });

/** The page of a family or of a collecte: HTML, without an account and without a script. */
export const openFamilyPageEndpoint = {
  method: 'GET',
  path: '/f/{token}',
  permission: 'public',
  summary: 'The page of a family or of a collecte, as HTML',
  params,
  query: z.object({
    /** Somebody says they come back from the platform: a hint, never believed. */
    retour: opaqueSchema(200).optional().catch(undefined),
    /** What a form of the page has just done. */
    fait: opaqueSchema(20).optional().catch(undefined),
  }),
} as const satisfies Endpoint;

/** The receipt of one payment of the family, as a page to print. */
export const openReceiptEndpoint = {
  method: 'GET',
  path: '/f/{token}/recu/{paymentId}',
  permission: 'public',
  summary: 'The receipt of a payment of the family, as HTML',
  params: z.strictObject({ token: tokenSchema, paymentId: opaqueSchema(200).catch('') }),
} as const satisfies Endpoint;

/** The due dates, for the family's own calendar. */
export const openDueDatesEndpoint = {
  method: 'GET',
  path: '/f/{token}/echeances.ics',
  permission: 'public',
  summary: 'The due dates as a calendar file',
  params,
} as const satisfies Endpoint;

/** The family's own answer about its seat. The token is the right to give it: no session rides. */
export const answerOwnSeatEndpoint = {
  method: 'POST',
  path: '/f/{token}/place/{answer}',
  permission: 'public',
  summary: 'Confirms or declines the seat of the family, by a form',
  params: z.strictObject({
    token: tokenSchema,
    answer: z.enum(['confirmer', 'decliner']).or(z.literal('')).catch(''),
  }),
} as const satisfies Endpoint;

/** Asks before reminders stop: programs that follow every link of a mail change nothing. */
export const askStopEndpoint = {
  method: 'GET',
  path: '/f/{token}/rappels',
  permission: 'public',
  summary: 'The page that stops the reminders, as HTML',
  params,
} as const satisfies Endpoint;

/** Stops the reminders of the cooperative to the family's address, by form or by mail program. */
export const stopRemindersEndpoint = {
  method: 'POST',
  path: '/f/{token}/rappels',
  permission: 'public',
  summary: 'Stops the reminders to the address of the family',
  params,
} as const satisfies Endpoint;
