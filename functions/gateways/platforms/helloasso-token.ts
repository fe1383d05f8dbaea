import * as z from 'zod';
import { sha256Hex } from '#functions/platform/digest.ts';
import { askFor } from './http.ts';
import { PlatformRefused, type PlatformAccess } from './platform-api.ts';

const tokenSchema = z.object({
  access_token: z.string().min(1).max(8_000),
  expires_in: z.int().min(1).max(86_400),
});

/** A token is left before it expires: a call may take some seconds. */
const marginSeconds = 60;
const keptMax = 200;

const kept = new Map<string, { readonly token: string; readonly untilMs: number }>();

/**
 * The token that a key is exchanged for, kept for as long as it lives. The key is `client:secret`,
 * as the platform gives both.
 */
export async function helloAssoToken(access: PlatformAccess): Promise<string> {
  const [clientId, clientSecret] = access.apiKey.split(':');
  if (!clientId || !clientSecret) throw new PlatformRefused('a key without its two parts');
  const digest = sha256Hex(`${access.mode} ${access.apiKey}`);
  const known = kept.get(digest);
  if (known && Date.now() < known.untilMs) return known.token;
  const answer = await askFor(
    {
      platform: 'helloasso',
      access,
      path: '/oauth2/token',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
      }),
    },
    tokenSchema,
  );
  if (kept.size >= keptMax) kept.clear();
  const untilMs = Date.now() + Math.max(0, answer.expires_in - marginSeconds) * 1000;
  kept.set(digest, { token: answer.access_token, untilMs });
  return answer.access_token;
}
