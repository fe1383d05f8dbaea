import { endedCookie, loginCookieName } from '#functions/platform/cookies.ts';
import { RawAnswer } from '#functions/platform/use-case.ts';

export const redirectTo = (location: string, cookies: readonly string[]): RawAnswer =>
  new RawAnswer({ statusCode: 302, headers: { location }, cookies });

/** What the sign-in page explains: nothing of what the provider answered goes further. */
export type SignInRefusal = 'inconnu' | 'expire' | 'refuse' | 'indisponible';

/** Back to the sign-in page of the portal, which says in French what happened. */
export const refusedSignIn = (refusal: SignInRefusal): RawAnswer =>
  redirectTo(`/connexion?refus=${refusal}`, [endedCookie(loginCookieName)]);
