import * as z from 'zod';
import { daySchema } from '../common/dates.ts';
import { coopParams } from '../common/ids.ts';
import { mailSchema, textSchema } from '../common/text.ts';
import type { Endpoint } from '../endpoint.ts';

const mandateSchema = z.object({
  name: z.string(),
  role: z.string(),
  from: z.string(),
  until: z.string().optional(),
});

/** Who holds a mandate or a role in the cooperative, now, before and soon. */
export const listMandatesEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/mandates',
  permission: 'governance:read',
  summary: 'The mandates of the cooperative',
  params: coopParams,
  response: z.object({ mandates: z.array(mandateSchema) }),
} as const satisfies Endpoint;

/** Hands the mandate over: the rights of one end on a day, those of the other begin the day after. */
export const handOverEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/handover',
  permission: 'governance:handover',
  summary: 'Hands the mandate over to a colleague',
  params: coopParams,
  request: z.strictObject({
    successorName: textSchema(80),
    successorMail: mailSchema,
    /** The last day of the leaving mandate holder. */
    lastDay: daySchema,
  }),
  response: z.object({ mandates: z.array(mandateSchema) }),
} as const satisfies Endpoint;
