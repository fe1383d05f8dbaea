import { findEndpoint, type WebhookEndpoint } from '#functions/stores/webhook-endpoints.ts';

const keptMs = 60_000;
/** Tokens that nobody gave are remembered too, but never more than this many. */
const knownMax = 500;

interface Known {
  readonly endpoint: WebhookEndpoint | undefined;
  readonly untilMs: number;
}

const known = new Map<string, Known>();

/** The endpoint behind a token's digest, or that there is none: read at most once a minute. */
export async function knownEndpoint(digest: string): Promise<WebhookEndpoint | undefined> {
  const kept = known.get(digest);
  if (kept && Date.now() < kept.untilMs) return kept.endpoint;
  const endpoint = await findEndpoint(digest);
  if (known.size >= knownMax) known.clear();
  known.set(digest, { endpoint, untilMs: Date.now() + keptMs });
  return endpoint;
}
