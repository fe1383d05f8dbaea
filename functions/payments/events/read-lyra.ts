import * as z from 'zod';
import { dayInParis } from '#shared/domain/dates.ts';
import { cents, maxCents } from '#shared/domain/money.ts';
import type { PaymentFacts } from '#shared/domain/payments/platform-payment.ts';
import { oneLine } from '#shared/domain/text.ts';
import type { WebhookEndpoint } from '#functions/stores/webhook-endpoints.ts';
import { factsOfLyra, type LyraTransaction } from './lyra-transaction.ts';
import { aboutPayments, failed, heldFor, type Reading } from './reading.ts';

const uuid = z.string().regex(/^[0-9a-f]{32}$/u);
const name = z.string().max(200).transform(oneLine).nullish();
const transactionsMax = 50;

const transactionSchema = z.object({
  uuid,
  amount: z.int().min(0).max(maxCents).transform(cents),
  currency: z.string(),
  detailedStatus: z.string().regex(/^[A-Z_]{1,60}$/u),
  operationType: z.enum(['DEBIT', 'CREDIT', 'VERIFICATION']),
  creationDate: z.iso.datetime({ offset: true }),
  transactionDetails: z
    .object({
      sequenceNumber: z.int().min(1).max(999).nullish(),
      parentTransactionUuid: uuid.nullish(),
    })
    .nullish(),
});

const answerSchema = z.object({
  shopId: z.string().max(60),
  orderDetails: z.object({ mode: z.string(), orderId: z.string().max(64).nullish() }),
  customer: z
    .object({ billingDetails: z.object({ firstName: name, lastName: name }).nullish() })
    .nullish(),
  transactions: z.array(transactionSchema).min(1).max(transactionsMax),
});

type Answer = z.output<typeof answerSchema>;

const transactionOf = (
  { orderDetails, customer }: Answer,
  told: Answer['transactions'][number],
): LyraTransaction => {
  const { firstName, lastName } = customer?.billingDetails ?? {};
  return {
    id: told.uuid,
    operation: told.operationType,
    status: told.detailedStatus,
    amountCents: told.amount,
    on: dayInParis(told.creationDate),
    sequenceNumber: told.transactionDetails?.sequenceNumber ?? 1,
    parentId: told.transactionDetails?.parentTransactionUuid ?? undefined,
    orderId: orderDetails.orderId ?? undefined,
    payerName: oneLine(`${firstName ?? ''} ${lastName ?? ''}`) || undefined,
  };
};

/** Reads the signed answer of Lyra's REST API; its shop and its world must be those bound. */
export function readLyra(
  message: unknown,
  { accountId, mode }: Pick<WebhookEndpoint, 'accountId' | 'mode'>,
): Reading {
  const read = answerSchema.safeParse(message);
  if (!read.success) return failed('unreadable');
  const answer = read.data;
  if (answer.shopId !== accountId) return failed('other_account');
  if ((answer.orderDetails.mode === 'PRODUCTION') !== (mode === 'live'))
    return failed('other_mode');
  if (answer.transactions.some(({ currency }) => currency !== 'EUR'))
    return failed('other_currency');
  return factsOf(answer.transactions.map((told) => transactionOf(answer, told)));
}

/** What transactions say together; one refund that cannot be attached holds them all. */
export function factsOf(transactions: readonly LyraTransaction[]): Reading {
  const facts: PaymentFacts[] = [];
  for (const transaction of transactions) {
    const told = factsOfLyra(transaction);
    if (told === 'parentless') return heldFor('refund_of_unknown');
    if (told) facts.push(told);
  }
  return aboutPayments(facts);
}
