import * as z from 'zod';
import { matchEntriesMax, matchLinesMax } from '#shared/domain/bank/match.ts';
import { lineMarks } from '#shared/domain/bank/statement.ts';
import { daySchema } from '../common/dates.ts';
import { coopIdSchema, idSchema, statementLineIdSchema } from '../common/ids.ts';
import { amountSchema } from '../common/money.ts';
import { optionalTextSchema } from '../common/text.ts';
import type { Endpoint } from '../endpoint.ts';
import { bankAccountParams, bankAccountSchema } from './statement.ts';

const statementLineSchema = z.object({
  id: z.string(),
  date: daySchema,
  valueDate: z.string().optional(),
  amountCents: amountSchema,
  label: z.string(),
  reference: z.string().optional(),
  matchId: z.string().optional(),
  /** No operation of the cooperative, as its label tells or as somebody said. */
  apart: z.boolean(),
  toExplain: z.boolean(),
  note: z.string().optional(),
});

const matchSchema = z.object({
  id: z.string(),
  lineIds: z.array(z.string()),
  entryIds: z.array(z.string()),
  /** Those that the journal shows: not what waited before the books began. */
  journalEntryIds: z.array(z.string()),
  madeAt: z.string(),
  /** Made without a look, in which batch and why. */
  automatic: z.object({ batchId: z.string(), reasons: z.array(z.string()) }).optional(),
});

const proposalSchema = z.object({
  lineIds: z.array(z.string()),
  entryIds: z.array(z.string()),
  /** Safe enough to be confirmed without a look. */
  automatic: z.boolean(),
  /** Whether both sides come to the same amount: what does not balance is a mistake to find. */
  balances: z.boolean(),
  /** Why, in French, the strongest first. */
  reasons: z.array(z.string()),
});

const lineParams = z.strictObject({
  coopId: coopIdSchema,
  bankAccountId: idSchema,
  lineId: statementLineIdSchema,
});

/** Bank against books: lines, entries still waiting, proposals, and the identity to the cent. */
export const findReconciliationEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/bank-accounts/{bankAccountId}/reconciliation',
  permission: 'bank:read',
  summary: 'Statement lines, entries still to match, proposals, and the reconciliation identity',
  params: bankAccountParams,
  /** The state at the end of a day; what is so far, when left out. */
  query: z.strictObject({ on: daySchema.optional() }),
  response: z.object({
    bankAccount: bankAccountSchema,
    lines: z.array(statementLineSchema),
    /** Posted entries of the bank that no line has met. */
    waitingEntries: z.array(
      z.object({
        id: idSchema,
        /** Absent for what waited before the books began. */
        number: z.int().optional(),
        entryDate: daySchema,
        label: z.string(),
        kind: z.string(),
        amountCents: amountSchema,
        chequeNumber: z.string().optional(),
      }),
    ),
    /** For each line the likeliest first, at most three. */
    proposals: z.array(proposalSchema),
    /** The cheques of families that a line may be the return of, with the deposit they were in. */
    returnedCheques: z.array(
      z.object({
        lineId: z.string(),
        collectionId: z.string(),
        paymentId: z.string(),
        depositEntryId: idSchema,
        depositLabel: z.string(),
        reasons: z.array(z.string()),
      }),
    ),
    matches: z.array(matchSchema),
    /** The periods that no statement tells of, though the balances say that something happened. */
    missingPeriods: z.array(
      z.object({ from: z.string(), to: z.string(), missingCents: amountSchema.nullable() }),
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
      /** Lines that are no operation of the cooperative (signed). */
      setApartCents: amountSchema,
      ledgerCents: amountSchema,
      /** statement − not debited + not credited − not in books − apart − ledger: zero when all is explained. */
      gapCents: amountSchema.nullable(),
    }),
  }),
} as const satisfies Endpoint;

/** One line, and what the entry that it lacks is pre-filled with: nothing is posted by it. */
export const findLineEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/bank-accounts/{bankAccountId}/lines/{lineId}',
  permission: 'bank:read',
  summary: 'A statement line, and what its entry may be pre-filled with',
  params: lineParams,
  response: z.object({
    bankAccount: bankAccountSchema,
    line: statementLineSchema,
    filling: z
      .object({
        accountNumber: z.string(),
        projectId: z.string().optional(),
        counterparty: z.string().optional(),
        label: z.string().optional(),
        /** The entries of the last lines like it, which agree; empty when the label alone says so. */
        like: z.array(z.object({ id: idSchema, number: z.int() })),
      })
      .optional(),
  }),
} as const satisfies Endpoint;

const matchParams = z.strictObject({ coopId: coopIdSchema, matchId: idSchema });

const distinct = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
const twice = { error: 'Un même identifiant est donné deux fois.' };

/** Confirms that lines of the bank are entries of the books: one or several on either side. */
export const confirmMatchEndpoint = {
  method: 'PUT',
  path: '/api/coops/{coopId}/matches/{matchId}',
  permission: 'bank:write',
  summary: 'Matches statement lines to entries of the same amount',
  params: matchParams,
  request: z.strictObject({
    bankAccountId: idSchema,
    lineIds: z.array(statementLineIdSchema).min(1).max(matchLinesMax).refine(distinct, twice),
    entryIds: z.array(idSchema).min(1).max(matchEntriesMax).refine(distinct, twice),
  }),
  response: matchSchema,
} as const satisfies Endpoint;

export const undoMatchEndpoint = {
  method: 'DELETE',
  path: '/api/coops/{coopId}/matches/{matchId}',
  permission: 'bank:write',
  summary: 'Undoes a match',
  params: matchParams,
  response: z.object({ undone: z.boolean() }),
} as const satisfies Endpoint;

const batchParams = z.strictObject({
  coopId: coopIdSchema,
  bankAccountId: idSchema,
  batchId: idSchema,
});

/** Confirms all that is safe without a look, under one batch that can be taken back at once. */
export const matchAutomaticallyEndpoint = {
  method: 'PUT',
  path: '/api/coops/{coopId}/bank-accounts/{bankAccountId}/automatic-matches/{batchId}',
  permission: 'bank:write',
  summary: 'Confirms the proposals that are safe without a look',
  params: batchParams,
  response: z.object({ matches: z.array(matchSchema) }),
} as const satisfies Endpoint;

/** Takes back what is left of a batch of automatic matches. */
export const undoAutomaticEndpoint = {
  method: 'DELETE',
  path: '/api/coops/{coopId}/bank-accounts/{bankAccountId}/automatic-matches/{batchId}',
  permission: 'bank:write',
  summary: 'Undoes the automatic matches of a batch',
  params: batchParams,
  response: z.object({ undoneCount: z.int() }),
} as const satisfies Endpoint;

/** Says of a line that nothing has met: to be explained, set apart, or like any other. */
export const markLineEndpoint = {
  method: 'PUT',
  path: '/api/coops/{coopId}/bank-accounts/{bankAccountId}/lines/{lineId}/mark',
  permission: 'bank:write',
  summary: 'Marks a statement line as to be explained or set apart',
  params: lineParams,
  request: z.strictObject({
    mark: z.enum(lineMarks, { error: 'Choisissez une marque.' }),
    note: optionalTextSchema(200),
  }),
  response: statementLineSchema,
} as const satisfies Endpoint;

/** Who matched what and when, what was taken back included, the latest first. */
export const listMatchHistoryEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/bank-accounts/{bankAccountId}/matches',
  permission: 'bank:read',
  summary: 'The history of the matches of a bank account',
  params: bankAccountParams,
  response: z.object({
    acts: z.array(
      z.object({
        matchId: z.string(),
        act: z.enum(['made', 'undone']),
        at: z.string(),
        /** The name of who did it. */
        by: z.string(),
        automatic: z.boolean(),
        lines: z.array(
          z.object({ date: z.string(), label: z.string(), amountCents: amountSchema }),
        ),
        entryIds: z.array(z.string()),
      }),
    ),
  }),
} as const satisfies Endpoint;
