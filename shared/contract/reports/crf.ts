import * as z from 'zod';
import { countSchema } from '../common/counts.ts';
import { daySchema } from '../common/dates.ts';
import { coopYearParams, idSchema, tokenSchema } from '../common/ids.ts';
import { amountSchema, countedAmountSchema } from '../common/money.ts';
import { optionalTextSchema, textSchema } from '../common/text.ts';
import type { Endpoint } from '../endpoint.ts';

const crfLineSchema = z.object({ line: z.string(), label: z.string(), amountCents: amountSchema });

/** Coins and notes, by their value in cents, with how many of each. */
const cashCountSchema = z
  .array(
    z.strictObject({
      denominationCents: z.union(
        [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000].map((value) =>
          z.literal(value),
        ),
        { error: 'Cette pièce ou ce billet n’existe pas.' },
      ),
      count: countSchema({ min: 0, max: 100_000 }),
    }),
  )
  .max(14, { error: 'Chaque pièce ou billet une fois.' });

const subsidySchema = z.strictObject({
  payer: textSchema(80),
  amountCents: countedAmountSchema,
  purpose: optionalTextSchema(120),
});

export const crfSnapshotSchema = z.object({
  yearId: z.string(),
  coop: z.object({
    id: z.string(),
    name: z.string(),
    schoolName: z.string(),
    city: z.string(),
    number: z.string(),
    department: z.string(),
    departmentName: z.string(),
    mandateHolder: z.string(),
    pupilCount: z.int(),
    adultCount: z.int(),
  }),
  expenses: z.array(crfLineSchema),
  totalExpensesCents: amountSchema,
  incomes: z.array(crfLineSchema),
  totalIncomesCents: amountSchema,
  resultCents: amountSchema,
  balanceSheet: z.object({
    assets: z.array(crfLineSchema),
    totalAssetsCents: amountSchema,
    liabilities: z.array(crfLineSchema),
    totalLiabilitiesCents: amountSchema,
  }),
  reconciliation: z.object({
    statementOn: z.string().nullable(),
    statementCents: amountSchema.nullable(),
    notYetDebited: z.array(
      z.object({
        number: z.int(),
        entryDate: z.string(),
        label: z.string(),
        chequeNumber: z.string().optional(),
        amountCents: amountSchema,
      }),
    ),
    notYetCredited: z.array(
      z.object({
        number: z.int(),
        entryDate: z.string(),
        label: z.string(),
        amountCents: amountSchema,
      }),
    ),
    ledgerCents: amountSchema,
    gapCents: amountSchema.nullable(),
  }),
  cashCount: z.object({
    rows: z.array(z.object({ denominationCents: z.int(), count: z.int() })),
    countedCents: amountSchema,
    ledgerCents: amountSchema,
  }),
  subsidies: z.array(
    z.object({ payer: z.string(), amountCents: amountSchema, purpose: z.string().optional() }),
  ),
  entryCount: z.int(),
  withoutVoucherCount: z.int(),
});

export const crfControlSchema = z.object({
  code: z.string(),
  /** `blocking` forbids submission; `warning` is shown and travels with it. */
  level: z.enum(['ok', 'warning', 'blocking']),
  /** What was checked and what was found, in French. */
  message: z.string(),
});

const quitusSchema = z.object({
  id: idSchema,
  verifierName: z.string(),
  quality: z.enum(['parent', 'teacher']),
  signedAt: z.string().optional(),
});

/** The CRF of a year: computed while the year is open, the frozen copy once filed. */
export const findCrfEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/years/{yearId}/crf',
  permission: 'reports:read',
  summary: 'The annual financial report (CRF), its controls and its state',
  params: coopYearParams,
  response: z.object({
    status: z.enum(['draft', 'submitted', 'returned', 'accepted']),
    returnedReason: z.string().optional(),
    submittedAt: z.string().optional(),
    decidedAt: z.string().optional(),
    dueOn: z.string(),
    snapshot: crfSnapshotSchema,
    controls: z.array(crfControlSchema),
    quitus: z.array(quitusSchema),
    paperSha256: z.string().optional(),
  }),
} as const satisfies Endpoint;

/**
 * What only people know: the cash counted, the subsidies explained, the statement at 31 August.
 * Each part is noted by itself: what is not sent stays as it was.
 */
export const fillCrfEndpoint = {
  method: 'PUT',
  path: '/api/coops/{coopId}/years/{yearId}/crf/inputs',
  permission: 'reports:submit',
  summary: 'Notes the cash count and the subsidies of the year',
  params: coopYearParams,
  request: z.strictObject({
    cashCount: cashCountSchema.optional(),
    subsidies: z.array(subsidySchema).max(50, { error: 'Au plus 50 subventions.' }).optional(),
    /** Only needed when no statement file frames 31 August. */
    statement: z.strictObject({ on: daySchema, closingCents: amountSchema }).optional(),
  }),
  response: z.object({ saved: z.literal(true) }),
} as const satisfies Endpoint;

/** The PDF of the CRF: a draft while open, the sealed one once filed. */
export const printCrfEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/years/{yearId}/crf/paper',
  permission: 'reports:read',
  summary: 'A signed link to the PDF of the CRF',
  params: coopYearParams,
  response: z.object({ url: z.string(), sha256: z.string() }),
} as const satisfies Endpoint;

/** Files the CRF with the head office: the year closes, the report is frozen byte for byte. */
export const submitCrfEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/years/{yearId}/crf/submission',
  permission: 'reports:submit',
  summary: 'Closes the year and files the CRF with the head office',
  params: coopYearParams,
  response: z.object({
    status: z.literal('submitted'),
    submittedAt: z.string(),
    sha256: z.string(),
  }),
} as const satisfies Endpoint;

/** Makes the link by which a verifier reads the accounts and signs the quitus. */
export const inviteVerifierEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/years/{yearId}/quitus',
  permission: 'reports:submit',
  summary: 'Makes the link by which a verifier signs the quitus',
  params: coopYearParams,
  request: z.strictObject({
    id: idSchema,
    verifierName: textSchema(80),
    quality: z.enum(['parent', 'teacher'], { error: 'Parent ou enseignant.' }),
  }),
  /** The link is shown once; only the digest of its token is kept. */
  response: z.object({ id: idSchema, url: z.string() }),
} as const satisfies Endpoint;

const quitusParams = z.strictObject({ token: tokenSchema });

/** What the verifier reads before signing. */
export const readQuitusEndpoint = {
  method: 'GET',
  path: '/api/quitus/{token}',
  permission: 'public',
  summary: 'What a verifier reads before signing, by link',
  params: quitusParams,
  response: z.object({
    verifierName: z.string(),
    quality: z.enum(['parent', 'teacher']),
    signedAt: z.string().optional(),
    snapshot: crfSnapshotSchema,
    controls: z.array(crfControlSchema),
  }),
} as const satisfies Endpoint;

export const signQuitusEndpoint = {
  method: 'POST',
  path: '/api/quitus/{token}/signature',
  permission: 'public',
  summary: 'Signs the quitus, by link',
  params: quitusParams,
  request: z.strictObject({
    agrees: z.literal(true, { error: 'Cochez la case pour signer.' }),
    fullName: textSchema(80),
  }),
  response: z.object({ signedAt: z.string() }),
} as const satisfies Endpoint;
