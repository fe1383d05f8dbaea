import * as z from 'zod';
import { paymentPageProviders } from '#shared/domain/collections/payment-page.ts';
import { countSchema } from '../common/counts.ts';
import { daySchema } from '../common/dates.ts';
import { idSchema } from '../common/ids.ts';
import { countedAmountSchema, positiveAmountSchema } from '../common/money.ts';
import { linkSchema, mailSchema, textSchema } from '../common/text.ts';

export const capacitySchema = countSchema({ min: 1, max: 1_000, tooFew: 'Au moins une place.' });

export const instalmentsSchema = z
  .array(z.strictObject({ dueOn: daySchema, amountCents: positiveAmountSchema }))
  .max(10, { error: 'Au plus 10 échéances.' });

/** A page of a platform; the domain says which sites are taken. */
export const paymentPageSchema = z.strictObject({
  provider: z.enum(paymentPageProviders, { error: 'Choisissez la plateforme.' }),
  url: linkSchema(500),
});

const newFamilySchema = z.strictObject({
  id: idSchema,
  /** First name and initial only: `Léa M.` */
  pupil: textSchema(30),
  className: textSchema(30),
  /** A reduced amount, or zero, without a reason. */
  expectedCents: countedAmountSchema.optional(),
  contactMail: mailSchema.optional(),
});

export const newFamiliesSchema = z
  .array(newFamilySchema)
  .min(1, { error: 'Une famille au moins est attendue.' })
  .max(400, { error: 'Au plus 400 familles.' });
