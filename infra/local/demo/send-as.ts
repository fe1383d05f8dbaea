import { openSession } from '#functions/stores/sessions.ts';
import { sessionCookie } from '#functions/platform/cookies.ts';

/** Sends a request and gives the answer; throws when the portal refuses. */
export type Send = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** Speaks to the portal as a signed-in person does: its own routes, rules and refusals. */
export async function sendAs(origin: string, userId: string): Promise<Send> {
  const sessionId = await openSession(userId, new Date().toISOString());
  const cookie = sessionCookie(sessionId).split(';')[0] ?? '';
  return async (method, path, body) => {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: { cookie, origin, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const said = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${said}`);
    const answer: unknown = said === '' ? undefined : JSON.parse(said);
    return answer;
  };
}
