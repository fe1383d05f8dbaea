import * as z from 'zod';
import { openingItemKinds } from '#shared/domain/bank/register/opening-items.ts';
import { billedKinds } from '#shared/domain/bank/register/cost.ts';
import { countSchema } from '../common/counts.ts';
import { daySchema } from '../common/dates.ts';
import { coopIdSchema, coopParams, idSchema, yearIdSchema } from '../common/ids.ts';
import { amountSchema, positiveAmountSchema } from '../common/money.ts';
import { optionalTextSchema, textSchema } from '../common/text.ts';
import type { Endpoint } from '../endpoint.ts';
import { accountDetails, bankAccountParams, bankAccountSchema } from './statement.ts';

const signatoriesStateSchema = z.enum(['upToDate', 'outOfDate', 'unknown']);

const cashQuotaSchema = z.object({
  madeCount: z.int(),
  freeCount: z.int(),
  beyondCents: amountSchema.nullable(),
  isNextBilled: z.boolean(),
});

const openingItemSchema = z.object({
  id: idSchema,
  itemKind: z.enum(openingItemKinds),
  writtenOn: daySchema,
  label: z.string(),
  itemNumber: z.string().optional(),
  amountCents: amountSchema,
  matchId: z.string().optional(),
  /** A cheque that the bank may refuse: written more than a year and eight days ago. */
  isExpired: z.boolean(),
});

/** One account as its register shows it, with what it did and cost in a school year. */
export const findBankAccountEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/bank-accounts/{bankAccountId}',
  permission: 'bank:read',
  summary: 'A bank account: who signs, what it does and costs in a year, whether it sleeps',
  params: bankAccountParams,
  query: z.strictObject({ year: yearIdSchema.optional() }),
  response: z.object({
    bankAccount: bankAccountSchema,
    signatories: z.object({ names: z.array(z.string()), state: signatoriesStateSchema }),
    yearId: z.string(),
    yearIds: z.array(z.string()),
    activity: z.object({
      chequesIssued: z.int(),
      chequesDeposited: z.int(),
      depositSlips: z.int(),
      cashDeposits: z.int(),
      operations: z.int(),
    }),
    cost: z.object({
      billed: z.array(
        z.object({
          kind: z.enum(billedKinds),
          count: z.int(),
          billedCount: z.int(),
          unitCents: amountSchema.nullable(),
        }),
      ),
      knownCents: amountSchema,
      isPartial: z.boolean(),
      /** Where the prices come from; empty when the bank is not known. */
      source: z.string(),
      toConfirm: z.boolean(),
    }),
    cashQuota: cashQuotaSchema,
    isDormant: z.boolean(),
    lastMovementOn: z.string().optional(),
    ledgerCents: amountSchema,
    /** What may be declared as waiting was written before this day. */
    booksStartOn: z.string().optional(),
    openingItems: z.array(openingItemSchema),
  }),
} as const satisfies Endpoint;

/** Corrects what the register says of an account; the account of the chart never changes. */
export const changeBankAccountEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/bank-accounts/{bankAccountId}',
  permission: 'bank:write',
  summary: 'Changes what the register says of a bank account',
  params: bankAccountParams,
  request: z.strictObject({
    /** The version that was changed: another change in between is not written over. */
    version: countSchema({ min: 1, max: 100_000 }),
    label: textSchema(60),
    accountRef: textSchema(34),
    ...accountDetails,
  }),
  response: bankAccountSchema,
} as const satisfies Endpoint;

/** Closes an empty account with nothing left to match. */
export const closeBankAccountEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/bank-accounts/{bankAccountId}/closing',
  permission: 'bank:write',
  summary: 'Closes a bank account that is empty',
  params: bankAccountParams,
  request: z.strictObject({ closedOn: daySchema }),
  response: bankAccountSchema,
} as const satisfies Endpoint;

const openingItemParams = z.strictObject({
  coopId: coopIdSchema,
  bankAccountId: idSchema,
  itemId: idSchema,
});

/** Declares a cheque or a deposit of before the books that the bank had not shown yet. */
export const declareOpeningItemEndpoint = {
  method: 'PUT',
  path: '/api/coops/{coopId}/bank-accounts/{bankAccountId}/opening-items/{itemId}',
  permission: 'bank:write',
  summary: 'Declares what was waiting for the bank before the books began',
  params: openingItemParams,
  request: z.strictObject({
    itemKind: z.enum(openingItemKinds, { error: 'Chèque, autre paiement ou dépôt.' }),
    writtenOn: daySchema,
    label: textSchema(120),
    itemNumber: optionalTextSchema(20),
    amountCents: positiveAmountSchema,
  }),
  response: openingItemSchema,
} as const satisfies Endpoint;

export const removeOpeningItemEndpoint = {
  method: 'DELETE',
  path: '/api/coops/{coopId}/bank-accounts/{bankAccountId}/opening-items/{itemId}',
  permission: 'bank:write',
  summary: 'Takes back what was declared as waiting before the books',
  params: openingItemParams,
  response: z.object({ removed: z.boolean() }),
} as const satisfies Endpoint;

/** The state of reconciliation on a day, as the CRF wants it on paper. */
export const printReconciliationEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/bank-accounts/{bankAccountId}/reconciliation-paper',
  permission: 'bank:read',
  summary: 'A signed link to the PDF of the reconciliation on a day',
  params: bankAccountParams,
  request: z.strictObject({ on: daySchema }),
  response: z.object({ url: z.string(), sha256: z.string() }),
} as const satisfies Endpoint;

/** How the cash deposits of a school year stand against the free ones. */
export const findCashQuotaEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/cash-deposits',
  permission: 'bank:read',
  summary: 'The cash deposits of a year and how many are free',
  params: coopParams,
  query: z.strictObject({ year: yearIdSchema.optional() }),
  response: z.object({
    yearId: z.string(),
    /** For each account of the chart that is at a bank. */
    accounts: z.array(cashQuotaSchema.extend({ accountNumber: z.string() })),
  }),
} as const satisfies Endpoint;
