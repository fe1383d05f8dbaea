import * as z from 'zod';
import { dateOrders } from '#shared/domain/bank/reading/day-text.ts';
import { daySchema } from '../common/dates.ts';
import { fields } from '../common/fields.ts';
import { coopIdSchema, coopParams, idSchema } from '../common/ids.ts';
import { amountSchema } from '../common/money.ts';
import { optionalTextSchema, textSchema } from '../common/text.ts';
import type { Endpoint } from '../endpoint.ts';

export const statementMaxBytes = 4_000_000;

export const bankAccountParams = z.strictObject({ coopId: coopIdSchema, bankAccountId: idSchema });

export const bankAccountSchema = z.object({
  id: idSchema,
  label: z.string(),
  /** `FR76 •••• •••• 123`. */
  maskedRef: z.string(),
  /** Whole, as statements name it or as an IBAN; only for who may write. */
  accountRef: z.string().optional(),
  /** The account of the chart it stands for: 512 or 514. */
  accountNumber: z.string(),
  /** The account that it replaced when the cooperative changed bank. */
  replaces: idSchema.optional(),
  lastStatementOn: z.string().optional(),
  lastClosingCents: amountSchema.optional(),
  bankName: z.string().optional(),
  holder: z.string().optional(),
  openedOn: daySchema.optional(),
  closedOn: daySchema.optional(),
  /** When the bank was last told who signs. */
  signatoriesToldOn: daySchema.optional(),
  notes: z.string().optional(),
  version: z.int(),
});

/** What the register says of an account, beside how statements name it. */
export const accountDetails = {
  bankName: optionalTextSchema(60),
  holder: optionalTextSchema(80),
  openedOn: daySchema.optional(),
  signatoriesToldOn: daySchema.optional(),
  notes: optionalTextSchema(400),
};

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
    /** The account in use on the same number, when the cooperative changes bank. */
    replaces: idSchema.optional(),
    ...accountDetails,
  }),
  response: bankAccountSchema,
} as const satisfies Endpoint;

const columnsSchema = z
  .string()
  .regex(/^(?:[a-zA-Z]{0,12},){1,60}[a-zA-Z]{0,12}$/u, {
    error: 'Ces colonnes ne conviennent pas.',
  })
  .register(fields, { kind: 'code', example: 'date,label,,amount' });

/** What a person says of a file that does not say it itself. */
const howToRead = {
  /** The role of each column, in their order, empty for those left aside. */
  columns: columnsSchema.optional(),
  decimal: z.enum(['comma', 'point']).optional(),
  dateOrder: z.enum(dateOrders).optional(),
  /** Whether debits are written as positive amounts. */
  flipSigns: z.enum(['yes', 'no']).optional(),
};

const readLineSchema = z.object({
  date: z.string(),
  label: z.string(),
  amountCents: amountSchema,
});

const readAsSchema = z.object({
  columns: z.array(z.string().nullable()).optional(),
  decimal: z.enum(['comma', 'point']).optional(),
  dateOrder: z.enum(dateOrders).optional(),
  flipSigns: z.enum(['yes', 'no']).optional(),
});

/** Imports a statement file as the bank gives it; its format is told by its bytes. */
export const importStatementEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/bank-accounts/{bankAccountId}/statements',
  permission: 'bank:write',
  summary: 'Imports a statement file, in any format of a bank, or a ZIP of several',
  params: bankAccountParams,
  query: z.strictObject({
    ...howToRead,
    /** Keeps the lines that may be ones we have, too: a person looked at them. */
    keepProbable: z.enum(['yes', 'no']).optional(),
    /** Reads the file once more, in the place of what it brought: it had been read wrongly. */
    reread: z.enum(['yes', 'no']).optional(),
  }),
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
    /** How the last file like it was said to be read, when this one was read so without a word. */
    readAs: readAsSchema.optional(),
    /** Lines left out because another format may have brought them, each with the one we have. */
    probableTwins: z.array(z.object({ line: readLineSchema, known: readLineSchema })),
  }),
} as const satisfies Endpoint;

/** Shows what would be read of a file; keeps nothing. */
export const previewStatementEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/bank-accounts/{bankAccountId}/statements/preview',
  permission: 'bank:write',
  summary: 'Shows what would be read of a statement file, and keeps nothing',
  params: bankAccountParams,
  query: z.strictObject(howToRead),
  bytesMax: statementMaxBytes,
  response: z.object({
    /** The table that the file is; absent when it is none. */
    table: z
      .object({
        header: z.array(z.string()),
        sampleRows: z.array(z.array(z.string())),
        /** The role of each column: as told, as the last time, else a guess. */
        columns: z.array(z.string().nullable()),
        remembered: z.boolean(),
      })
      .optional(),
    /** Why nothing can be read this way. */
    refusal: z.object({ code: z.string(), message: z.string() }).optional(),
    read: z
      .object({
        lineCount: z.int(),
        totalCents: amountSchema,
        from: z.string().nullable(),
        to: z.string().nullable(),
        /** The first ones. */
        lines: z.array(readLineSchema),
      })
      .optional(),
  }),
} as const satisfies Endpoint;
