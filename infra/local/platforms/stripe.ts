import * as z from 'zod';
import type { RecordedAnswer } from './recorded.ts';

export const stripeLinesSchema = z.array(z.record(z.string(), z.json()));

type Lines = z.output<typeof stripeLinesSchema>;

const pageSizeMax = 100;

/** A page of the movements of a payout, as Stripe cuts it. */
export function stripePage(
  lines: Lines | undefined,
  query: URLSearchParams,
): Pick<RecordedAnswer, 'status' | 'body'> {
  if (!lines) return { status: 404, body: { error: { type: 'invalid_request_error' } } };
  const size = Math.min(pageSizeMax, Number(query.get('limit') ?? '10'));
  const after = lines.findIndex((line) => line['id'] === query.get('starting_after')) + 1;
  return {
    status: 200,
    body: {
      object: 'list',
      url: '/v1/balance_transactions',
      has_more: after + size < lines.length,
      data: lines.slice(after, after + size),
    },
  };
}
