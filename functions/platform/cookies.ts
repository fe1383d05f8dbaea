import { sessionCookieName } from './session.ts';

const attributes = 'Path=/; HttpOnly; Secure; SameSite=Lax';

/** The name of the cookie that ties a sign-in under way to the browser that began it. */
export const loginCookieName = '__Host-login';

/** The cookie of a session: gone with the browser, never read by a script. */
export const sessionCookie = (sessionId: string): string =>
  `${sessionCookieName}=${sessionId}; ${attributes}`;

export const loginCookie = (state: string): string =>
  `${loginCookieName}=${state}; ${attributes}; Max-Age=600`;

/** Takes a cookie away. */
export const endedCookie = (name: string): string => `${name}=; ${attributes}; Max-Age=0`;

/** The value of a cookie the browser sent. */
export const cookieValue = (cookies: readonly string[], name: string): string | undefined =>
  cookies
    .map((cookie) => cookie.trim())
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.slice(name.length + 1);
