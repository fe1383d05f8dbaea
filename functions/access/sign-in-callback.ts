import { accept } from '#shared/domain/result.ts';
import type { signInCallbackEndpoint } from '#shared/contract/access/sign-in.ts';
import { finishSignIn, type Identity } from '#functions/gateways/identity.ts';
import {
  cookieValue,
  endedCookie,
  loginCookieName,
  sessionCookie,
} from '#functions/platform/cookies.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { openSession, useLogin } from '#functions/stores/sessions.ts';
import { findUserIdByMail, findUserIdBySubject, linkSubject } from '#functions/stores/users.ts';
import { redirectTo, refusedSignIn } from './redirect.ts';

/**
 * Ends a sign-in: opens the session and goes to the asked page. The state works once, for ten
 * minutes, and only in the browser that began: nobody can be signed in as somebody else by a link.
 */
export const signInCallback: UseCase<typeof signInCallbackEndpoint> = async (call) => {
  const { query, cookies, now } = call;
  const { state } = query;
  if (state === undefined || state !== cookieValue(cookies, loginCookieName))
    return accept(refusedSignIn('expire'));
  const login = await useLogin(state, now);
  if (!login) return accept(refusedSignIn('expire'));
  const identity = await finishSignIn(query, { ...login, state });
  if (!identity.ok)
    return accept(
      refusedSignIn(identity.rejection === 'identity_refused' ? 'refuse' : 'indisponible'),
    );
  const userId = await userIdOf(identity.value);
  if (userId === undefined) return accept(refusedSignIn('inconnu'));
  const session = sessionCookie(await openSession(userId, now));
  return accept(redirectTo(login.returnTo, [session, endedCookie(loginCookieName)]));
};

/** The user behind an identity: known by its subject, or invited under its verified mail. */
async function userIdOf({ subject, verifiedMail }: Identity): Promise<string | undefined> {
  const known = await findUserIdBySubject(subject);
  if (known !== undefined || verifiedMail === undefined) return known;
  const invited = await findUserIdByMail(verifiedMail);
  if (invited === undefined) return undefined;
  return (await linkSubject(subject, invited)) ? invited : findUserIdBySubject(subject);
}
