import { readSecret } from '../secrets.ts';
import { PlatformRefused, type PlatformAccess } from './platform-api.ts';

/** How we ask the platform of an endpoint. Throws `PlatformRefused` when we were given no key. */
export async function accessOf({
  provider,
  apiKeyName,
  accountId,
  mode,
}: {
  readonly provider: string;
  readonly apiKeyName?: string | undefined;
  readonly accountId?: string | undefined;
  readonly mode: PlatformAccess['mode'];
}): Promise<PlatformAccess> {
  if (apiKeyName === undefined) throw new PlatformRefused('no key');
  return { provider, apiKey: (await readSecret(apiKeyName)).trim(), accountId, mode };
}
