import * as openid from 'openid-client';
import { accept, reject, type Result } from '#shared/domain/result.ts';
import { requireEnv } from '#functions/platform/config.ts';

/** Why a person did not come back signed in. */
export type SignInFailure = 'identity_refused' | 'identity_unreachable';

/** Who the identity provider says it is. The mail is there only when the provider verified it. */
export interface Identity {
  readonly subject: string;
  readonly verifiedMail?: string | undefined;
}

/** What must be remembered between the two halves of a sign-in. */
export interface SignInStart {
  readonly url: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Where the provider sends people back, as it is declared there. */
const callbackUrl = (): string => `${requireEnv('APP_ORIGIN')}/api/session/callback`;

const timeoutSeconds = 5;
let discovered: Promise<openid.Configuration> | undefined;

/** What the provider says of itself, asked once; asked again after a failure. */
function configuration(): Promise<openid.Configuration> {
  const issuer = new URL(requireEnv('OIDC_ISSUER'));
  const isThisMachine = issuer.protocol === 'http:' && issuer.hostname === '127.0.0.1';
  discovered ??= openid
    .discovery(issuer, requireEnv('OIDC_CLIENT_ID'), undefined, openid.None(), {
      timeout: timeoutSeconds,
      ...(isThisMachine && { execute: [openid.allowInsecureRequests] }),
    })
    .catch((error: unknown) => {
      discovered = undefined;
      throw error;
    });
  return discovered;
}

/**
 * Begins an authorization code flow with PKCE. The person signs in again each time: on a shared
 * computer, signing out must be enough.
 */
export async function startSignIn(): Promise<Result<SignInStart, SignInFailure>> {
  const codeVerifier = openid.randomPKCECodeVerifier();
  const state = openid.randomState();
  const nonce = openid.randomNonce();
  try {
    const url = openid.buildAuthorizationUrl(await configuration(), {
      redirect_uri: callbackUrl(),
      scope: 'openid email profile',
      prompt: 'login',
      code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return accept({ url: url.href, state, nonce, codeVerifier });
  } catch {
    return reject('identity_unreachable');
  }
}

/** Exchanges the code for the claims of its ID token, on the server; tokens stop here. */
export async function finishSignIn(
  answer: Readonly<Record<string, unknown>>,
  expected: Omit<SignInStart, 'url'>,
): Promise<Result<Identity, SignInFailure>> {
  const url = new URL(callbackUrl());
  for (const [name, value] of Object.entries(answer))
    if (typeof value === 'string') url.searchParams.set(name, value);
  try {
    const tokens = await openid.authorizationCodeGrant(await configuration(), url, {
      pkceCodeVerifier: expected.codeVerifier,
      expectedState: expected.state,
      expectedNonce: expected.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    return claims ? accept(identityOf(claims)) : reject('identity_refused');
  } catch (error) {
    return reject(isRefusal(error) ? 'identity_refused' : 'identity_unreachable');
  }
}

const isRefusal = (error: unknown): boolean =>
  error instanceof openid.ResponseBodyError ||
  error instanceof openid.AuthorizationResponseError ||
  error instanceof openid.ClientError;

function identityOf({ sub, ...claims }: openid.IDToken): Identity {
  const mail = claims['email'];
  const isVerified = claims['email_verified'] === true || claims['email_verified'] === 'true';
  return {
    subject: sub,
    verifiedMail: isVerified && typeof mail === 'string' ? mail.toLowerCase() : undefined,
  };
}
