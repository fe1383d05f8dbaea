import { expect } from 'vitest';

/** Somebody who is signed in and calls the API without a browser. */
export interface Caller {
  readonly get: <Answer>(path: string) => Promise<Answer>;
  readonly post: <Answer>(path: string, body: object) => Promise<Answer>;
  readonly put: <Answer>(path: string, body: object) => Promise<Answer>;
}

/** Signs in as an account of the demonstration. */
export async function callerOf(url: string, account: string): Promise<Caller> {
  const signedIn = await fetch(`${url}/local/sign-in`, {
    method: 'POST',
    body: JSON.stringify({ account }),
  });
  expect(signedIn.ok, account).toBe(true);
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const call = async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { cookie, origin: url, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    expect(answer.ok, `${method} ${path} ${answer.status}`).toBe(true);
    return (await answer.json()) as Answer;
  };
  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    put: (path, body) => call('PUT', path, body),
  };
}
