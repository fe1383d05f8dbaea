import * as z from 'zod';
import { dayInParis } from '#shared/domain/dates.ts';
import { cents, maxCents } from '#shared/domain/money.ts';
import { oneLine } from '#shared/domain/text.ts';
import type { WebhookEndpoint } from '#functions/stores/webhook-endpoints.ts';
import type { LyraTransaction } from './lyra-transaction.ts';
import { factsOf } from './read-lyra.ts';
import { failed, type Reading } from './reading.ts';

const euro = '978';

/** A name has letters; a `+` in it could be the end of another field. */
const name = z
  .string()
  .regex(/^[\p{L}\p{M}'’ .-]{0,127}$/u)
  .transform(oneLine)
  .optional();
const uuid = z.string().regex(/^[0-9a-f]{32}$/u);

/**
 * The fields that are used, each as strict as it can be: the signature does not say where one ends
 * and the next begins. Any other field is kept and ignored.
 */
const formSchema = z.object({
  vads_site_id: z.string().regex(/^\d{8}$/u),
  vads_ctx_mode: z.enum(['TEST', 'PRODUCTION']),
  vads_amount: z
    .string()
    .regex(/^(?:0|[1-9]\d{0,11})$/u)
    .transform(Number)
    .refine((amount) => amount <= maxCents)
    .transform(cents),
  vads_currency: z.string().regex(/^\d{3}$/u),
  vads_trans_status: z.string().regex(/^[A-Z_]{1,60}$/u),
  vads_operation_type: z.enum(['DEBIT', 'CREDIT', 'VERIFICATION']),
  vads_trans_uuid: uuid.optional(),
  vads_parent_trans_uuid: uuid.optional(),
  vads_trans_id: z.string().regex(/^[0-9A-Za-z]{6}$/u),
  vads_trans_date: z
    .string()
    .regex(/^20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])(?:[0-5]\d){2}$/u),
  vads_sequence_number: z
    .string()
    .regex(/^[1-9]\d{0,2}$/u)
    .transform(Number),
  vads_order_id: z
    .string()
    .regex(/^[\w-]{0,64}$/u)
    .optional(),
  vads_cust_first_name: name,
  vads_cust_last_name: name,
});

type Form = z.output<typeof formSchema>;

const instantPattern = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/u;

/** A platform without unique ids numbers its transactions anew each day. */
const idOf = (form: Form): string =>
  form.vads_trans_uuid ??
  `${form.vads_trans_date.slice(0, 8)}-${form.vads_trans_id}-${form.vads_sequence_number}`;

const transactionOf = (form: Form): LyraTransaction => ({
  id: idOf(form),
  operation: form.vads_operation_type,
  status: form.vads_trans_status,
  amountCents: form.vads_amount,
  on: dayInParis(form.vads_trans_date.replace(instantPattern, '$1-$2-$3T$4:$5:$6Z')),
  sequenceNumber: form.vads_sequence_number,
  parentId: form.vads_parent_trans_uuid,
  orderId: form.vads_order_id,
  payerName:
    oneLine(`${form.vads_cust_first_name ?? ''} ${form.vads_cust_last_name ?? ''}`) || undefined,
});

/** Reads the signed fields of Lyra's payment form; its site and its world must be those bound. */
export function readLyraForm(
  message: unknown,
  { accountId, mode }: Pick<WebhookEndpoint, 'accountId' | 'mode'>,
): Reading {
  const read = formSchema.safeParse(message);
  if (!read.success) return failed('unreadable');
  const form = read.data;
  if (form.vads_site_id !== accountId) return failed('other_account');
  if ((form.vads_ctx_mode === 'PRODUCTION') !== (mode === 'live')) return failed('other_mode');
  if (form.vads_currency !== euro) return failed('other_currency');
  return factsOf([transactionOf(form)]);
}
