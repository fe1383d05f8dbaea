import * as z from 'zod';
import { eventDecisions, inboxGroups, inboxStatuses } from '#shared/domain/payments/inbox-state.ts';
import { coopIdSchema, coopParams, departmentParams, providerSchema } from '../common/ids.ts';
import { fields } from '../common/fields.ts';
import { amountSchema } from '../common/money.ts';
import { textSchema } from '../common/text.ts';
import type { Endpoint } from '../endpoint.ts';

const eventSchema = z.object({
  provider: z.string(),
  eventId: z.string(),
  type: z.string(),
  status: z.enum(inboxStatuses),
  /** Where it is shown: booked, seen already, to be checked, refused. */
  groups: z.array(z.enum(inboxGroups)),
  /** Why it waits, was refused or has no effect, in French. */
  reason: z.string().optional(),
  receivedAt: z.string(),
  replayedAt: z.string().optional(),
  /** How many times it came; it counts once. */
  deliveries: z.int(),
  /** Told by a message, found by asking the platform, or read in its file. */
  origin: z.enum(['webhook', 'sweep', 'import']),
  /** Which of two live secrets signed it. */
  signedWith: z.enum(['current', 'previous']).optional(),
  mayReplay: z.boolean(),
  /** What it may tell again, for a person to say: amounts and days. */
  toDecide: z.array(z.object({ grossCents: amountSchema, paidOn: z.string() })).optional(),
});

/** What platforms told us, and what became of it; never what they said. */
export const listInboxEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/inbox',
  permission: 'inbox:read',
  summary: 'The events received from payment platforms and what became of them',
  params: coopParams,
  response: z.object({ events: z.array(eventSchema) }),
} as const satisfies Endpoint;

const eventParams = z.strictObject({
  coopId: coopIdSchema,
  provider: providerSchema,
  eventId: z
    .string()
    .regex(/^[\w.:-]{1,180}$/u, { error: 'Ce message est inconnu.' })
    .register(fields, { kind: 'code', example: 'evt_1.body-0a1b' }),
});

/** Has an event that waits, was refused or was given up worked on again. */
export const replayEventEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/inbox/{provider}/{eventId}/replay',
  permission: 'collections:write',
  summary: 'Plays an event of a payment platform again',
  params: eventParams,
  response: z.object({ status: z.enum(inboxStatuses) }),
} as const satisfies Endpoint;

/** Says of an event that may tell a known payment again whether it does. */
export const decideEventEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/inbox/{provider}/{eventId}/decision',
  permission: 'collections:write',
  summary: 'Says whether an event tells a payment that is known already, or another one',
  params: eventParams,
  request: z.strictObject({ decision: z.enum(eventDecisions) }),
  response: z.object({ status: z.enum(inboxStatuses) }),
} as const satisfies Endpoint;

/** Shows what a platform said, masked unless a reason is given; each look leaves a trace. */
export const inspectEventEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/inbox/{provider}/{eventId}/message',
  permission: 'inbox:inspect',
  summary: 'The message of a payment platform, masked unless a reason is given',
  params: eventParams,
  request: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('masked') }),
    z.strictObject({ kind: z.literal('whole'), reason: textSchema(200) }),
  ]),
  response: z.object({
    fields: z.array(z.object({ path: z.string(), value: z.string().optional() })),
    /** The whole message, only when it was asked for with a reason. */
    message: z.string().optional(),
    /** The same, one value a line, when it is JSON. */
    readable: z.string().optional(),
  }),
} as const satisfies Endpoint;

/** What waits in the cooperatives of an association: counts, states and reasons only. */
export const listUnsettledEndpoint = {
  method: 'GET',
  path: '/api/departments/{department}/inbox',
  permission: 'headoffice:read',
  summary: 'How many platform events wait in each cooperative, and why',
  params: departmentParams,
  response: z.object({
    coops: z.array(
      z.object({
        coopId: z.string(),
        name: z.string(),
        states: z.array(
          z.object({
            status: z.enum(['held', 'failed', 'abandoned']),
            reason: z.string(),
            count: z.int(),
          }),
        ),
      }),
    ),
  }),
} as const satisfies Endpoint;

export const listPayoutsEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/payouts',
  permission: 'collections:read',
  summary: 'The payouts of payment platforms and their entries',
  params: coopParams,
  response: z.object({
    payouts: z.array(
      z.object({
        id: z.string(),
        provider: z.string(),
        status: z.enum(['pending', 'paid', 'failed']),
        arrivalOn: z.string(),
        grossCents: amountSchema,
        feeCents: amountSchema,
        netCents: amountSchema,
        lineCount: z.int(),
        bankReference: z.string().optional(),
        entryId: z.string().optional(),
        voucherId: z.string().optional(),
        /** The list of its operations, as a table, beside the voucher. */
        linesId: z.string().optional(),
        /** Why no entry could be written yet, in French. */
        heldBecause: z.string().optional(),
        /** An entry typed by hand that may be this payout: the mandate holder says. */
        suspectId: z.string().optional(),
        /** What that entry says, while the mandate holder is asked. */
        suspect: z
          .object({
            number: z.int(),
            label: z.string(),
            entryDate: z.string(),
            /** What it moved in the bank. */
            amountCents: amountSchema,
          })
          .optional(),
        /** What the mandate holder said of it; its entry follows in a moment. */
        decision: z.enum(['book', 'link']).optional(),
        /** The entry that took the one of a failed payout back. */
        reversalId: z.string().optional(),
        /** It brought nothing to the bank: settled without an entry. */
        withoutEntry: z.boolean().optional(),
      }),
    ),
  }),
} as const satisfies Endpoint;
