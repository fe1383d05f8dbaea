import { returnPathOf } from '#shared/domain/access/return-path.ts';
import { accept } from '#shared/domain/result.ts';
import type { signInEndpoint } from '#shared/contract/access/sign-in.ts';
import { startSignIn } from '#functions/gateways/identity.ts';
import { loginCookie } from '#functions/platform/cookies.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { startLogin } from '#functions/stores/sessions.ts';
import { redirectTo, refusedSignIn } from './redirect.ts';

/** Sends the person to the identity provider, and remembers where to come back. */
export const signIn: UseCase<typeof signInEndpoint> = async ({ query, now }) => {
  const start = await startSignIn();
  if (!start.ok) return accept(refusedSignIn('indisponible'));
  const { url, state, nonce, codeVerifier } = start.value;
  await startLogin(state, { nonce, codeVerifier, returnTo: returnPathOf(query.returnTo) }, now);
  return accept(redirectTo(url, [loginCookie(state)]));
};
