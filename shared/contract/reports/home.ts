import * as z from 'zod';
import { coopParams } from '../common/ids.ts';
import { amountSchema } from '../common/money.ts';
import type { Endpoint } from '../endpoint.ts';

/** What the home page answers: how much is there, what must I do, what just happened. */
export const findHomeEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/home',
  permission: 'ledger:read',
  summary: 'The cooperative at a glance and what to do next',
  params: coopParams,
  response: z.object({
    coop: z.object({
      id: z.string(),
      name: z.string(),
      schoolName: z.string(),
      city: z.string(),
      number: z.string(),
      department: z.string(),
      departmentName: z.string(),
    }),
    years: z.array(z.object({ id: z.string(), status: z.enum(['open', 'closed']) })),
    currentYearId: z.string(),
    bankCents: amountSchema,
    cashCents: amountSchema,
    classAdvanceCents: amountSchema,
    /** What to do next, the most pressing first; empty when nothing waits. */
    tasks: z.array(
      z.object({
        kind: z.enum([
          'openYear',
          'postDrafts',
          'matchLines',
          'importStatement',
          'depositPayments',
          'settleAdvances',
          'prepareCrf',
          'correctCrf',
          'heldPayouts',
        ]),
        count: z.int(),
        amountCents: amountSchema.optional(),
        dueOn: z.string().optional(),
        targetId: z.string().optional(),
      }),
    ),
    recent: z.array(
      z.object({
        id: z.string(),
        number: z.int().optional(),
        status: z.enum(['draft', 'posted']),
        kind: z.string(),
        entryDate: z.string(),
        label: z.string(),
        amountCents: amountSchema,
      }),
    ),
  }),
} as const satisfies Endpoint;
