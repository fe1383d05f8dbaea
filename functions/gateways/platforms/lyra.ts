import * as z from 'zod';
import type { Platform } from '#shared/contract/payments/platform-hosts.ts';
import { dayInParis } from '#shared/domain/dates.ts';
import type { PaymentFacts } from '#shared/domain/payments/platform-payment.ts';
import { amount, euros, fullName, instant, maybeText, text } from './answers.ts';
import { ask, basic } from './http.ts';
import { PlatformRefused, type PlatformAccess, type PlatformApi } from './platform-api.ts';

/** Transactions and orders that the platform does not know. */
const unknownCodes = new Set(['PSP_010', 'PSP_011']);
const uuidPattern = /^[0-9a-f]{32}$/u;

const transaction = z.object({
  shopId: z.string(),
  uuid: z.string().regex(uuidPattern),
  amount,
  currency: euros,
  status: z.string().max(60),
  operationType: z.enum(['DEBIT', 'CREDIT', 'VERIFICATION']),
  creationDate: instant,
  orderDetails: z.object({
    orderId: maybeText,
    mode: z.enum(['TEST', 'PRODUCTION']).nullish(),
  }),
  customer: z
    .object({
      billingDetails: z
        .object({ firstName: maybeText, lastName: maybeText })
        .transform(({ firstName, lastName }) => fullName({ first: firstName, last: lastName }))
        .nullish(),
    })
    .nullish(),
  metadata: z.record(z.string(), text).nullish(),
  transactionDetails: z
    .object({
      parentTransactionUuid: z.string().nullish(),
      cardDetails: z
        .object({ captureResponse: z.object({ refundAmount: amount.nullish() }).nullish() })
        .nullish(),
    })
    .nullish(),
});

type Transaction = z.output<typeof transaction>;

const order = z.object({ transactions: z.array(transaction).max(200) });

const answered = z.object({ status: z.enum(['SUCCESS', 'ERROR']), answer: z.unknown() });
const failure = z.object({ errorCode: text });

const brands: Readonly<Record<string, Platform>> = {
  scellius: 'scellius',
  payzen: 'payzen',
  payzenformulaire: 'payzen',
};

/** One engine, a host for each brand: the key of a shop goes to its own and to no other. */
function brandOf({ provider = '' }: PlatformAccess): Platform {
  const brand = Object.hasOwn(brands, provider) ? brands[provider] : undefined;
  if (!brand) throw new PlatformRefused('a brand whose host is not known');
  return brand;
}

/** Calls a service of the platform; undefined when it knows no such thing. */
async function call<Schema extends z.ZodType>(
  access: PlatformAccess,
  service: string,
  body: Readonly<Record<string, string>>,
  schema: Schema,
): Promise<z.output<Schema> | undefined> {
  const answer = await ask(
    {
      platform: brandOf(access),
      access,
      path: `/api-payment/V4/${service}`,
      headers: basic(`${access.accountId}:${access.apiKey}`),
      body: JSON.stringify(body),
    },
    answered,
  );
  if (!answer) return undefined;
  if (answer.status === 'ERROR') {
    const { errorCode = '' } = failure.safeParse(answer.answer).data ?? {};
    if (unknownCodes.has(errorCode)) return undefined;
    throw new PlatformRefused(`refused: ${errorCode}`);
  }
  const read = schema.safeParse(answer.answer);
  if (!read.success) throw new PlatformRefused('an answer of another shape');
  return read.data;
}

/** A transaction by its uuid, else the last one of an order. */
async function readPayment(access: PlatformAccess, id: string): Promise<PaymentFacts | undefined> {
  if (uuidPattern.test(id)) {
    const found = await call(access, 'Transaction/Get', { uuid: id }, transaction);
    return found && factsOf(access, found);
  }
  const found = await call(access, 'Order/Get', { orderId: id }, order);
  const last = found?.transactions.at(-1);
  return last && factsOf(access, last);
}

function factsOf(access: PlatformAccess, found: Transaction): PaymentFacts {
  const { mode } = found.orderDetails;
  if (found.shopId !== access.accountId) throw new PlatformRefused('another shop');
  if (typeof mode === 'string' && (mode === 'PRODUCTION') !== (access.mode === 'live'))
    throw new PlatformRefused('the other mode');
  return found.operationType === 'CREDIT' ? factsOfCredit(found) : factsOfDebit(found);
}

/** A credit gives back the debit before it. */
function factsOfCredit({ uuid, status, ...found }: Transaction): PaymentFacts {
  return {
    paymentId: found.transactionDetails?.parentTransactionUuid ?? uuid,
    heardOn: dayInParis(found.creationDate),
    refunds: status === 'PAID' ? { [uuid]: found.amount } : undefined,
  };
}

function factsOfDebit({ uuid, status, metadata, ...found }: Transaction): PaymentFacts {
  const paidOn = dayInParis(found.creationDate);
  const isCharge = found.operationType === 'DEBIT' && status === 'PAID';
  const capture = found.transactionDetails?.cardDetails?.captureResponse;
  return {
    paymentId: uuid,
    heardOn: paidOn,
    familyReference: metadata?.['family_ref'] ?? found.orderDetails.orderId,
    campaign: metadata?.['campaign'],
    payerName: found.customer?.billingDetails ?? undefined,
    failed: status === 'UNPAID',
    charge: isCharge ? { grossCents: found.amount, paidOn } : undefined,
    refundedAtLeastCents: capture?.refundAmount ?? undefined,
  };
}

/**
 * Lyra and its brands, Scellius among them. It lists nothing: its known transactions are read again,
 * and its remittances come from the bank reconciliation file.
 */
export const lyraApi: PlatformApi = {
  readPayment,
  readPayout: () => Promise.resolve(undefined),
  readPayoutLines: () => Promise.resolve(undefined),
  knownAreReadAgain: true,
};
