import { expect, test } from 'vitest';

const portal = (): string => process.env['PORTAL_URL'] ?? '';

type Cookies = Map<string, string>;

/** A browser without a window: follows nothing by itself, keeps its cookies. */
async function visit(cookies: Cookies, path: string, form?: Record<string, string>) {
  const response = await fetch(new URL(path, portal()), {
    redirect: 'manual',
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  });
  for (const cookie of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(cookie) ?? [];
    if (value === '') cookies.delete(name);
    else cookies.set(name, value);
  }
  const location = response.headers.get('location');
  return { response, location: location === null ? '' : new URL(location, portal()).href };
}

/** Goes from the portal through the provider, up to the link that comes back. */
async function upToCallback(cookies: Cookies, mail: string, returnTo = '/ecritures') {
  const start = await visit(
    cookies,
    `/api/session/sign-in?returnTo=${encodeURIComponent(returnTo)}`,
  );
  const page = await visit(cookies, start.location);
  const chosen = await visit(cookies, page.location, { mail });
  const back = await visit(cookies, chosen.location);
  return { start: new URL(start.location), callback: new URL(back.location) };
}

const meOf = async (cookies: Cookies) => (await visit(cookies, '/api/me')).response;

const camille = 'camille.roux@oliviers.example';

test('opens a session with a code and PKCE, and comes back to the asked page', async () => {
  const cookies: Cookies = new Map();
  const { start, callback } = await upToCallback(cookies, camille);
  expect(start.searchParams.get('code_challenge_method')).toBe('S256');
  const { response, location } = await visit(cookies, callback.href);
  expect(response.status).toBe(302);
  expect(location).toBe(`${portal()}/ecritures`);
  const session = response.headers.getSetCookie().find((one) => one.startsWith('__Host-session='));
  expect(session).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/u);
  expect(await (await meOf(cookies)).json()).toMatchObject({
    mail: camille,
    grants: [{ role: 'mandateHolder', coopId: 'oliviers-nice' }],
  });
});

test('refuses an address nobody invited, and opens nothing', async () => {
  const cookies: Cookies = new Map();
  const { callback } = await upToCallback(cookies, 'inconnue@ailleurs.example');
  const { location } = await visit(cookies, callback.href);
  expect(location).toBe(`${portal()}/connexion?refus=inconnu`);
  expect((await meOf(cookies)).status).toBe(401);
});

test('refuses a callback shown twice', async () => {
  const cookies: Cookies = new Map();
  const { callback } = await upToCallback(cookies, camille);
  const again: Cookies = new Map(cookies);
  await visit(cookies, callback.href);
  const { location } = await visit(again, callback.href);
  expect(location).toBe(`${portal()}/connexion?refus=expire`);
  expect(again.has('__Host-session')).toBe(false);
});

test('refuses a callback in a browser that did not begin it', async () => {
  const { callback } = await upToCallback(new Map(), camille);
  const victim: Cookies = new Map();
  const { location } = await visit(victim, callback.href);
  expect(location).toBe(`${portal()}/connexion?refus=expire`);
  expect(victim.has('__Host-session')).toBe(false);
});

test('refuses a state or a code that was changed on the way', async () => {
  for (const name of ['state', 'code']) {
    const cookies: Cookies = new Map();
    const { callback } = await upToCallback(cookies, camille);
    callback.searchParams.set(name, 'x'.repeat(43));
    const { location } = await visit(cookies, callback.href);
    expect(location).toMatch(/\/connexion\?refus=(?:expire|refuse)$/u);
    expect(cookies.has('__Host-session')).toBe(false);
  }
});

test('is no way out to another site', async () => {
  const cookies: Cookies = new Map();
  const { callback } = await upToCallback(cookies, camille, 'https://ailleurs.example/');
  const { location } = await visit(cookies, callback.href);
  expect(location).toBe(`${portal()}/`);
});

test('signs out at once, and only from the portal itself', async () => {
  const cookies: Cookies = new Map();
  const { callback } = await upToCallback(cookies, camille);
  await visit(cookies, callback.href);
  const signOut = (origin: string) =>
    fetch(`${portal()}/api/session/sign-out`, {
      method: 'POST',
      headers: { cookie: `__Host-session=${cookies.get('__Host-session')}`, origin },
    });
  expect((await signOut('https://ailleurs.example')).status).toBe(403);
  expect((await meOf(cookies)).status).toBe(200);
  const done = await signOut(portal());
  expect([done.status, done.headers.get('clear-site-data')]).toEqual([204, '"cache", "storage"']);
  expect((await meOf(cookies)).status).toBe(401);
});
