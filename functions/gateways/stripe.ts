import * as z from 'zod';
import { cents, maxCents } from '#shared/domain/money.ts';
import type { Movement, MovementKind } from '#shared/domain/payments/movement.ts';
import { oneLine } from '#shared/domain/text.ts';
import { requireEnv } from '#functions/platform/config.ts';

const timeoutMs = 8_000;
const pageSize = 100;
const pagesMax = 15;

/** Stripe answered that it will not: our key or our question is wrong, trying again is no use. */
export class PlatformRefused extends Error {
  override readonly name = 'PlatformRefused';
}

const amount = z.int().min(-maxCents).max(maxCents).transform(cents);
const text = z.string().max(500).transform(oneLine);

const sourceSchema = z.union([
  z.string(),
  z.object({
    id: z.string(),
    charge: z.string().nullish(),
    payment_intent: z.string().nullish(),
    billing_details: z.object({ name: text.nullish() }).nullish(),
    metadata: z.object({ family_ref: text.optional(), campaign: text.optional() }).nullish(),
  }),
]);

const pageSchema = z.object({
  has_more: z.boolean(),
  data: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      reporting_category: z.string(),
      currency: z.literal('eur'),
      amount,
      fee: amount,
      net: amount,
      created: z.int(),
      source: sourceSchema.nullable(),
    }),
  ),
});

type Line = z.output<typeof pageSchema>['data'][number];

const kinds: Readonly<Record<string, MovementKind>> = {
  charge: 'charge',
  refund: 'refund',
  partial_capture_reversal: 'refund',
  refund_failure: 'refund',
  dispute: 'dispute',
  dispute_reversal: 'dispute',
  fee: 'fee',
};

/** A fee of its own has no gross: what it takes is all fee. */
function movementOf(line: Line): Movement {
  const kind = kinds[line.reporting_category] ?? 'adjustment';
  const amounts =
    kind === 'fee'
      ? { grossCents: cents(0), feeCents: cents(-line.net), netCents: line.net }
      : { grossCents: line.amount, feeCents: line.fee, netCents: line.net };
  return {
    movementId: line.id,
    kind,
    ...saidBy(line.source),
    ...amounts,
    paidAt: new Date(line.created * 1000).toISOString(),
  };
}

function saidBy(source: Line['source']) {
  if (source === null) return {};
  if (typeof source === 'string') return { paymentId: source };
  return {
    paymentId: source.payment_intent ?? source.charge ?? source.id,
    familyReference: source.metadata?.family_ref,
    campaign: source.metadata?.campaign,
    payerName: source.billing_details?.name ?? undefined,
  };
}

/**
 * The movements that an automatic payout is made of, the payout itself left out. One fixed host, no
 * redirection, nothing taken from a message but the id. Throws `PlatformRefused` on a refusal, any
 * other error when it is worth trying again.
 */
export async function listPayoutMovements(
  apiKey: string,
  payoutId: string,
  accountId?: string,
): Promise<readonly Movement[]> {
  const lines: Line[] = [];
  for (let page = 0; page < pagesMax; page += 1) {
    const answer = await readPage(apiKey, payoutId, accountId, lines.at(-1)?.id);
    lines.push(...answer.data);
    if (!answer.has_more)
      return lines.filter(({ type }) => !type.startsWith('payout')).map(movementOf);
  }
  throw new PlatformRefused('a payout of too many movements');
}

async function readPage(
  apiKey: string,
  payoutId: string,
  accountId: string | undefined,
  after: string | undefined,
): Promise<z.output<typeof pageSchema>> {
  const query = new URLSearchParams({ payout: payoutId, limit: String(pageSize) });
  query.append('expand[]', 'data.source');
  if (after !== undefined) query.set('starting_after', after);
  const response = await fetch(
    `${requireEnv('STRIPE_API_URL')}/v1/balance_transactions?${query.toString()}`,
    {
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(accountId !== undefined && { 'stripe-account': accountId }),
      },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    },
  );
  if (response.ok) return pageSchema.parse(await response.json());
  await response.body?.cancel();
  if (response.status === 429 || response.status >= 500)
    throw new Error(`platform unavailable: ${response.status}`);
  throw new PlatformRefused(`platform refused: ${response.status}`);
}
