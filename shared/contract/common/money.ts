import * as z from 'zod';
import { cents, maxCents } from '#shared/domain/money.ts';
import { fields } from './fields.ts';

const whole = z.int({ error: 'Un montant s’écrit en centimes entiers.' });

/** Any amount in cents, negative too. */
export const amountSchema = whole
  .min(-maxCents, { error: 'Ce montant est trop grand.' })
  .max(maxCents, { error: 'Ce montant est trop grand.' })
  .transform(cents)
  .register(fields, { kind: 'amount', min: -maxCents });

/** An amount of at least one cent. */
export const positiveAmountSchema = whole
  .min(1, { error: 'Le montant doit être supérieur à zéro.' })
  .max(maxCents, { error: 'Ce montant est trop grand.' })
  .transform(cents)
  .register(fields, { kind: 'amount', min: 1 });

/** Zero or more cents. */
export const countedAmountSchema = whole
  .min(0, { error: 'Le montant ne peut pas être négatif.' })
  .max(maxCents, { error: 'Ce montant est trop grand.' })
  .transform(cents)
  .register(fields, { kind: 'amount', min: 0 });
