import type { IncomingMessage, ServerResponse } from 'node:http';
import { createHash, timingSafeEqual } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { bodyOf } from './gateway.ts';
import { isSigned } from './sigv4.ts';

export const secretsPath = '/local/secrets';
export const ssmPath = '/local/ssm';

/** The secrets of one machine: those it came with, and those that people gave since. */
export interface KeptSecrets {
  readonly read: (name: string) => string | undefined;
  readonly write: (name: string, value: string) => Promise<void>;
}

/** Secrets kept in a file that only its owner reads. */
export async function keptSecrets(
  path: string,
  first: Readonly<Record<string, string>>,
): Promise<KeptSecrets> {
  const text = await readFile(path, 'utf8').catch(() => '{}');
  const kept = new Map(
    Object.entries({ ...first, ...z.record(z.string(), z.string()).parse(JSON.parse(text)) }),
  );
  return {
    read: (name) => kept.get(name),
    write: (name, value) => {
      kept.set(name, value);
      return writeFile(path, JSON.stringify(Object.fromEntries(kept)), { mode: 0o600 });
    },
  };
}

const isSame = (one: string, other: string): boolean => {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
};

/**
 * The protocol of the AWS Parameters and Secrets extension: a parameter by its name, for whoever
 * shows the token of the function's own session.
 */
export const secretStore =
  (read: KeptSecrets['read'], token: string) =>
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
    const value = read(name);
    if (value === undefined) return answer(400, 'parameter not found');
    return answer(200, {
      Parameter: { Name: name, Type: 'SecureString', Value: value, Version: 1 },
      ResultMetadata: {},
    });
  };

const parameterSchema = z.object({ Name: z.string(), Value: z.string().optional() });

/** What Parameter Store answers to a signed request: a parameter written, or read at once. */
export const parameterStore =
  ({ read, write }: KeptSecrets) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify(body));
    };
    const body = (await bodyOf(request))?.toString() ?? '';
    const digest = createHash('sha256').update(body).digest('hex');
    if (!isSigned(request) || request.headers['x-amz-content-sha256'] !== digest)
      return answer(400, { __type: 'InvalidSignatureException' });
    const { Name, Value } = parameterSchema.parse(JSON.parse(body));
    if (request.headers['x-amz-target'] === 'AmazonSSM.PutParameter') {
      await write(Name, Value ?? '');
      return answer(200, { Tier: 'Standard', Version: 1 });
    }
    const value = read(Name);
    if (value === undefined) return answer(400, { __type: 'ParameterNotFound' });
    return answer(200, { Parameter: { Name, Type: 'SecureString', Value: value, Version: 1 } });
  };
