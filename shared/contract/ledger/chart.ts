import * as z from 'zod';
import { coopIdSchema, coopParams, idSchema } from '../common/ids.ts';
import { textSchema } from '../common/text.ts';
import type { Endpoint } from '../endpoint.ts';

/** The chart of accounts of the cooperative, with its help and its "to confirm" marks. */
export const findChartEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/chart',
  permission: 'ledger:read',
  summary: 'The chart of accounts',
  params: coopParams,
  response: z.object({
    version: z.string(),
    accounts: z.array(
      z.object({
        accountNumber: z.string(),
        nationalNumber: z.string().optional(),
        label: z.string(),
        kind: z.enum(['treasury', 'advance', 'thirdParty', 'equity', 'expense', 'income']),
        help: z.string(),
        crfLine: z.string().optional(),
        publicSubsidy: z.boolean().optional(),
        toConfirm: z.boolean(),
      }),
    ),
  }),
} as const satisfies Endpoint;

const projectSchema = z.object({ id: idSchema, name: z.string() });

export const listProjectsEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/projects',
  permission: 'ledger:read',
  summary: 'The projects that lines are grouped by',
  params: coopParams,
  response: z.object({ projects: z.array(projectSchema) }),
} as const satisfies Endpoint;

export const addProjectEndpoint = {
  method: 'PUT',
  path: '/api/coops/{coopId}/projects/{projectId}',
  permission: 'ledger:post',
  summary: 'Adds a project, or names it again',
  params: z.strictObject({ coopId: coopIdSchema, projectId: idSchema }),
  request: z.strictObject({ name: textSchema(80) }),
  response: projectSchema,
} as const satisfies Endpoint;
