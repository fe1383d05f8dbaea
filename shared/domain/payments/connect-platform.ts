import { accept, reject, type Result } from '../result.ts';
import { findPlatform, type CataloguePlatform } from './platform-catalogue.ts';
import { isUsableSecret, secretOf, type WebhookScheme } from './webhook-scheme.ts';

/** What a person says of a platform to connect. */
export interface ConnectionWish {
  readonly provider: string;
  readonly accountId?: string | undefined;
  readonly secret?: string | undefined;
  readonly apiKey?: string | undefined;
}

export type ConnectRejection =
  'not_found' | 'account_wrong' | 'secret_not_used' | 'secret_unusable' | 'api_key_unusable';

/**
 * The platform to connect, once everything said of it can work: a configuration that would let
 * anyone in is refused when it is typed, not when it is used.
 */
export function checkConnection({
  provider,
  accountId,
  secret,
  apiKey,
}: ConnectionWish): Result<CataloguePlatform, ConnectRejection> {
  const platform = findPlatform(provider);
  if (!platform) return reject('not_found', 'provider');
  const { account, scheme } = platform;
  if (accountId === undefined ? account?.isNeeded === true : !account?.pattern.test(accountId))
    return reject('account_wrong', 'accountId');
  const fault = secretFault(scheme, secret);
  if (fault) return reject(fault, 'secret');
  if (apiKey !== undefined && !isUsableApiKey(provider, apiKey))
    return reject('api_key_unusable', 'apiKey');
  return accept(platform);
}

/** Whether a key is written as its platform writes the keys by which it is asked, if it can be. */
export const isUsableApiKey = (provider: string, apiKey: string): boolean =>
  findPlatform(provider)?.apiKey?.pattern.test(apiKey) === true;

/** Why a secret cannot be the one of a scheme; undefined when it can, or when none is needed. */
export function secretFault(
  scheme: WebhookScheme,
  secret: string | undefined,
): 'secret_not_used' | 'secret_unusable' | undefined {
  const need = secretOf[scheme];
  if (secret === undefined) return need === 'needed' ? 'secret_unusable' : undefined;
  if (need === 'none') return 'secret_not_used';
  return isUsableSecret(scheme, secret) ? undefined : 'secret_unusable';
}
