import * as z from 'zod';
import { daySchema } from '../common/dates.ts';
import { coopIdSchema, coopParams, idSchema, statementLineIdSchema } from '../common/ids.ts';
import { amountSchema } from '../common/money.ts';
import { textSchema } from '../common/text.ts';
import type { Endpoint } from '../endpoint.ts';

export const statementMaxBytes = 4_000_000;

const bankAccountParams = z.strictObject({ coopId: coopIdSchema, bankAccountId: idSchema });

const bankAccountSchema = z.object({
  id: idSchema,
  label: z.string(),
  /** As statements name it: `20041-01012-1234567A033`, or an IBAN. */
  accountRef: z.string(),
  /** The account of the chart it stands for: 512 or 514. */
  accountNumber: z.string(),
  lastStatementOn: z.string().optional(),
  lastClosingCents: amountSchema.optional(),
});

export const listBankAccountsEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/bank-accounts',
  permission: 'bank:read',
  summary: 'The bank accounts of the cooperative',
  params: coopParams,
  response: z.object({ bankAccounts: z.array(bankAccountSchema) }),
} as const satisfies Endpoint;

export const addBankAccountEndpoint = {
  method: 'PUT',
  path: '/api/coops/{coopId}/bank-accounts/{bankAccountId}',
  permission: 'bank:write',
  summary: 'Adds a bank account',
  params: bankAccountParams,
  request: z.strictObject({
    label: textSchema(60),
    accountRef: textSchema(34),
    accountNumber: z.enum(['512', '514'], { error: '512 (banque) ou 514 (CCP).' }),
  }),
  response: bankAccountSchema,
} as const satisfies Endpoint;

/** Imports a statement file as the bank gives it; its format is told by its bytes. */
export const importStatementEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/bank-accounts/{bankAccountId}/statements',
  permission: 'bank:write',
  summary: 'Imports a statement file, in any format of a bank, or a ZIP of several',
  params: bankAccountParams,
  bytesMax: statementMaxBytes,
  response: z.object({
    statements: z.array(
      z.object({
        id: z.string(),
        openingCents: amountSchema.nullable(),
        closingCents: amountSchema.nullable(),
        from: z.string(),
        to: z.string(),
        lineCount: z.int(),
        newLineCount: z.int(),
        /** The file had these lines, and so had we. */
        knownLineCount: z.int(),
        balanceCheck: z.enum(['agrees', 'unverifiable']),
      }),
    ),
    /** The very same file was imported before: nothing was added. */
    alreadyImported: z.boolean(),
  }),
} as const satisfies Endpoint;

const statementLineSchema = z.object({
  id: z.string(),
  date: daySchema,
  valueDate: z.string().optional(),
  amountCents: amountSchema,
  label: z.string(),
  reference: z.string().optional(),
  matchId: z.string().optional(),
});

const proposalSchema = z.object({
  lineId: z.string(),
  entryId: idSchema,
  /** Why, in French, the strongest first. */
  reasons: z.array(z.string()),
  /** `sure` when a hard key names it and nothing else fits. */
  confidence: z.enum(['sure', 'likely', 'possible']),
});

/** Bank against books: lines, entries still waiting, proposals, and the identity to the cent. */
export const findReconciliationEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/bank-accounts/{bankAccountId}/reconciliation',
  permission: 'bank:read',
  summary: 'Statement lines, entries still to match, proposals, and the reconciliation identity',
  params: bankAccountParams,
  response: z.object({
    bankAccount: bankAccountSchema,
    lines: z.array(statementLineSchema),
    /** Posted entries of the bank that no line has met. */
    waitingEntries: z.array(
      z.object({
        id: idSchema,
        number: z.int(),
        entryDate: daySchema,
        label: z.string(),
        kind: z.string(),
        amountCents: amountSchema,
        chequeNumber: z.string().optional(),
      }),
    ),
    proposals: z.array(proposalSchema),
    matches: z.array(
      z.object({ id: z.string(), lineId: z.string(), entryId: idSchema, madeAt: z.string() }),
    ),
    identity: z.object({
      /** The last closing balance of the statements, and its day. */
      statementCents: amountSchema.nullable(),
      statementOn: z.string().nullable(),
      /** Cheques and transfers issued, not yet debited (positive). */
      notYetDebitedCents: amountSchema,
      /** Deposits and payouts booked, not yet credited (positive). */
      notYetCreditedCents: amountSchema,
      /** Lines of the bank that the books do not have (signed). */
      notInBooksCents: amountSchema,
      ledgerCents: amountSchema,
      /** statement − not debited + not credited − not in books − ledger: zero when all is explained. */
      gapCents: amountSchema.nullable(),
    }),
  }),
} as const satisfies Endpoint;

const matchParams = z.strictObject({ coopId: coopIdSchema, matchId: idSchema });

/** Confirms that a line of the bank is an entry of the books. */
export const confirmMatchEndpoint = {
  method: 'PUT',
  path: '/api/coops/{coopId}/matches/{matchId}',
  permission: 'bank:write',
  summary: 'Matches one statement line to one entry',
  params: matchParams,
  request: z.strictObject({
    bankAccountId: idSchema,
    lineId: statementLineIdSchema,
    entryId: idSchema,
  }),
  response: z.object({
    id: z.string(),
    lineId: z.string(),
    entryId: z.string(),
    madeAt: z.string(),
  }),
} as const satisfies Endpoint;

export const undoMatchEndpoint = {
  method: 'DELETE',
  path: '/api/coops/{coopId}/matches/{matchId}',
  permission: 'bank:write',
  summary: 'Undoes a match',
  params: matchParams,
  response: z.object({ undone: z.boolean() }),
} as const satisfies Endpoint;
