import * as z from 'zod';
import type { Endpoint } from '../endpoint.ts';

/** The signed-in person and where they may act today. */
export const whoAmIEndpoint = {
  method: 'GET',
  path: '/api/me',
  permission: 'self',
  summary: 'The signed-in person and the grants that hold today',
  response: z.object({
    userId: z.string(),
    name: z.string(),
    mail: z.string(),
    grants: z.array(
      z.object({
        role: z.string(),
        from: z.string(),
        until: z.string().optional(),
        department: z.string().optional(),
        departmentName: z.string().optional(),
        coopId: z.string().optional(),
        coopName: z.string().optional(),
      }),
    ),
  }),
} as const satisfies Endpoint;
