import * as z from 'zod';
import { amountSchema } from '../common/money.ts';
import { fields } from '../common/fields.ts';
import type { Endpoint } from '../endpoint.ts';

/** As people type it from a paper: in groups, in either case, with the letters that look alike. */
const paperCodeSchema = z
  .string()
  .max(40)
  .transform((typed) =>
    typed.toUpperCase().replaceAll(/[\s-]/gu, '').replaceAll('O', '0').replaceAll(/[IL]/gu, '1'),
  )
  .pipe(
    z
      .string()
      .regex(/^[0-9A-HJKMNP-TV-Z]{16}$/u, { error: 'Un code a seize lettres ou chiffres.' }),
  )
  .register(fields, { kind: 'code', example: '4F2A91C033BD5E17', copiedByHand: true });

/** Whether a paper is ours, and what it says, for who holds it: figures, no name of a family. */
export const verifyPaperEndpoint = {
  method: 'GET',
  path: '/api/papers/{code}',
  permission: 'public',
  summary: 'What the paper with this verification code says',
  params: z.strictObject({ code: paperCodeSchema }),
  response: z.object({
    coopName: z.string(),
    provider: z.string(),
    payoutId: z.string(),
    arrivalOn: z.string(),
    entryNumber: z.int(),
    yearId: z.string(),
    netCents: amountSchema,
    lineCount: z.int(),
  }),
} as const satisfies Endpoint;
