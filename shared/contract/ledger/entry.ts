import * as z from 'zod';
import { entryKinds, paymentMeans } from '#shared/domain/ledger/entry.ts';
import { accountNumberSchema, chequeNumberSchema, idSchema } from '../common/ids.ts';
import { daySchema } from '../common/dates.ts';
import { amountSchema, positiveAmountSchema } from '../common/money.ts';
import { optionalTextSchema, textSchema } from '../common/text.ts';

const splitSchema = z.strictObject({
  accountNumber: accountNumberSchema,
  amountCents: positiveAmountSchema,
  projectId: idSchema.optional(),
});

const commonFields = {
  entryDate: daySchema,
  label: textSchema(200),
  attachmentIds: z.array(idSchema).max(20, { error: 'Au plus 20 pièces jointes.' }),
  noVoucherReason: optionalTextSchema(200),
};

const expenseOrIncomeFields = {
  ...commonFields,
  counterparty: optionalTextSchema(120),
  treasuryAccountNumber: z.enum(['512', '514', '530'], { error: 'Banque, CCP ou caisse.' }),
  paymentMeans: z.enum(paymentMeans, { error: 'Un moyen de paiement est attendu.' }),
  chequeNumber: chequeNumberSchema.optional(),
  splits: z
    .array(splitSchema)
    .min(1, { error: 'Une ligne au moins est attendue.' })
    .max(50, { error: 'Au plus 50 lignes.' }),
};

const movable = z.enum(['512', '514', '530', '541'], { error: 'Banque, CCP, caisse ou régie.' });

/** Money out, money in, or an internal transfer, as the form sends it. */
export const simpleEntrySchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('expense'), ...expenseOrIncomeFields }),
    z.strictObject({ kind: z.literal('income'), ...expenseOrIncomeFields }),
    z.strictObject({
      kind: z.literal('transfer'),
      ...commonFields,
      fromAccountNumber: movable,
      toAccountNumber: movable,
      amountCents: positiveAmountSchema,
    }),
  ],
  { error: 'Dépense, recette ou virement interne\u00A0: le genre est attendu.' },
);

/** An entry as it is read back: its lines, and its number once posted. */
export const entrySchema = z.object({
  id: idSchema,
  status: z.enum(['draft', 'posted']),
  kind: z.enum(entryKinds),
  number: z.int().optional(),
  entryDate: daySchema,
  label: z.string(),
  counterparty: z.string().optional(),
  paymentMeans: z.enum(paymentMeans).optional(),
  chequeNumber: z.string().optional(),
  reference: z.string().optional(),
  attachmentIds: z.array(idSchema),
  noVoucherReason: z.string().optional(),
  voucherSha256: z.string().optional(),
  collectionId: z.string().optional(),
  reverses: z.string().optional(),
  corrects: z.string().optional(),
  reversedBy: z.string().optional(),
  bankMatchId: z.string().optional(),
  fiscalYearId: z.string().optional(),
  postedAt: z.string().optional(),
  postedBy: z.string().optional(),
  seal: z.string().optional(),
  version: z.int().optional(),
  lines: z.array(
    z.object({
      accountNumber: z.string(),
      side: z.enum(['debit', 'credit']),
      amountCents: amountSchema,
      projectId: z.string().optional(),
    }),
  ),
});
