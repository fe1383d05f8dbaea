import * as z from 'zod';
import { departmentParams } from '../common/ids.ts';
import type { Endpoint } from '../endpoint.ts';

/** Every bank account of the association, from the summaries kept by the stream. */
export const listFollowedAccountsEndpoint = {
  method: 'GET',
  path: '/api/departments/{department}/bank-accounts',
  permission: 'headoffice:read',
  summary: 'The bank accounts of the association: who signs, last statement, which sleep',
  params: departmentParams,
  response: z.object({
    accounts: z.array(
      z.object({
        bankAccountId: z.string(),
        coopId: z.string(),
        coopName: z.string(),
        city: z.string(),
        number: z.string(),
        label: z.string(),
        bankName: z.string(),
        maskedRef: z.string(),
        closedOn: z.string().optional(),
        lastStatementOn: z.string().optional(),
        lastMovementOn: z.string().optional(),
        signatories: z.array(z.string()),
        signatoriesToldOn: z.string().optional(),
        signatoriesState: z.enum(['upToDate', 'outOfDate', 'unknown']),
        isDormant: z.boolean(),
      }),
    ),
  }),
} as const satisfies Endpoint;
