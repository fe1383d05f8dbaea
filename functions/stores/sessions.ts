import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { loginKey, sessionKey } from './keys.ts';
import { changeItem, getItem, putNew } from './table.ts';

/** A session ends after this long without a request, and after a day whatever happens. */
const idleMs = 8 * 3_600_000;
const wholeMs = 24 * 3_600_000;
const loginMs = 10 * 60_000;
/** How often a living session is written again. */
const touchMs = 5 * 60_000;

const secret = (): string => randomBytes(32).toString('base64url');
const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
const after = (instant: string, ms: number): string =>
  new Date(Date.parse(instant) + ms).toISOString();
const epochSeconds = (instant: string): number => Math.ceil(Date.parse(instant) / 1000);

const sessionItem = z.object({
  userId: z.string(),
  seenAt: z.string(),
  idleUntil: z.string(),
  until: z.string(),
});

/** Opens a session; the answer is the secret of the cookie, of which only the digest is kept. */
export async function openSession(userId: string, now: string): Promise<string> {
  const sessionId = secret();
  const until = after(now, wholeMs);
  await putNew({
    ...sessionKey(digest(sessionId)),
    kind: 'session',
    userId,
    seenAt: now,
    idleUntil: after(now, idleMs),
    until,
    expiresAt: epochSeconds(until),
  });
  return sessionId;
}

/** Access pattern A9: a living session. Its end is checked here, never left to the table's TTL. */
export async function findSession(
  sessionId: string,
  now: string,
): Promise<{ readonly userId: string } | undefined> {
  const key = sessionKey(digest(sessionId));
  const item = await getItem(key);
  if (!item) return undefined;
  const session = sessionItem.parse(item);
  if (now > session.idleUntil || now > session.until) return undefined;
  if (Date.parse(now) - Date.parse(session.seenAt) > touchMs)
    await changeItem(key, {
      UpdateExpression: 'SET seenAt = :now, idleUntil = :idle',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':now': now, ':idle': after(now, idleMs) },
    });
  return { userId: session.userId };
}

/** Ends a session at once, on every tab. */
export async function closeSession(sessionId: string): Promise<void> {
  await changeItem(sessionKey(digest(sessionId)), {
    UpdateExpression: 'SET #until = :past, idleUntil = :past',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeNames: { '#until': 'until' },
    ExpressionAttributeValues: { ':past': '2000-01-01T00:00:00.000Z' },
  });
}

const loginItem = z.object({
  codeVerifier: z.string(),
  nonce: z.string(),
  returnTo: z.string(),
  until: z.string(),
});

/** A sign-in under way. */
export type Login = Omit<z.output<typeof loginItem>, 'until'>;

/** Keeps what the callback of a sign-in will need, for ten minutes. */
export async function startLogin(state: string, login: Login, now: string): Promise<void> {
  const until = after(now, loginMs);
  await putNew({
    ...loginKey(state),
    kind: 'login',
    ...login,
    until,
    used: false,
    expiresAt: epochSeconds(until),
  });
}

/** The sign-in that the state stands for: once, and in time. */
export async function useLogin(state: string, now: string): Promise<Login | undefined> {
  const key = loginKey(state);
  const item = await getItem(key);
  if (!item) return undefined;
  const first = await changeItem(key, {
    UpdateExpression: 'SET used = :yes',
    ConditionExpression: 'used = :no',
    ExpressionAttributeValues: { ':yes': true, ':no': false },
  });
  const login = loginItem.parse(item);
  return first && now <= login.until ? login : undefined;
}
