import * as z from 'zod';
import { coopYearParams, idSchema } from '../common/ids.ts';
import { amountSchema, countedAmountSchema } from '../common/money.ts';
import type { Endpoint } from '../endpoint.ts';
import { entrySchema } from './entry.ts';

/** Opens a fiscal year with what each bank account and the cash box held on 1 September. */
export const openYearEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/years/{yearId}/opening',
  permission: 'ledger:post',
  summary: 'Opens a fiscal year with its opening balances',
  params: coopYearParams,
  request: z.strictObject({
    id: idSchema,
    bankCents: amountSchema,
    /** Zero when the cooperative has no second account. */
    postalCents: amountSchema,
    cashCents: countedAmountSchema,
  }),
  response: entrySchema,
} as const satisfies Endpoint;
