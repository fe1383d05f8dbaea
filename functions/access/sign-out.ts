import type { signOutEndpoint } from '#shared/contract/access/sign-in.ts';
import { accept } from '#shared/domain/result.ts';
import { endedCookie } from '#functions/platform/cookies.ts';
import { sessionCookieName, sessionIdOf } from '#functions/platform/session.ts';
import { RawAnswer, type UseCase } from '#functions/platform/use-case.ts';
import { closeSession } from '#functions/stores/sessions.ts';

/** Ends the session on the server, and leaves nothing on a computer that others use. */
export const signOut: UseCase<typeof signOutEndpoint> = async ({ cookies }) => {
  const sessionId = sessionIdOf(cookies);
  if (sessionId !== undefined) await closeSession(sessionId);
  return accept(
    new RawAnswer({
      statusCode: 204,
      headers: { 'clear-site-data': '"cache", "storage"' },
      cookies: [endedCookie(sessionCookieName)],
    }),
  );
};
