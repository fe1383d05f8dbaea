import type { IncomingMessage, ServerResponse } from 'node:http';
import { timingSafeEqual } from 'node:crypto';

export const secretsPath = '/local/secrets';

const isSame = (one: string, other: string): boolean => {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
};

/**
 * The protocol of the AWS Parameters and Secrets extension: a parameter by its name, for whoever
 * shows the token of the function's own session.
 */
export const secretStore =
  (secrets: Readonly<Record<string, string>>, token: string) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const shown = request.headers['x-aws-parameters-secrets-token'];
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
      });
      response.end(JSON.stringify(body));
    };
    if (typeof shown !== 'string' || !isSame(shown, token)) return answer(401, 'unauthorized');
    if (url.pathname !== `${secretsPath}/systemsmanager/parameters/get`)
      return answer(404, 'not found');
    const name = url.searchParams.get('name') ?? '';
    const value = Object.hasOwn(secrets, name) ? secrets[name] : undefined;
    if (value === undefined) return answer(400, 'parameter not found');
    return answer(200, {
      Parameter: { Name: name, Type: 'SecureString', Value: value, Version: 1 },
      ResultMetadata: {},
    });
  };
