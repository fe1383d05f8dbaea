import type * as z from 'zod';
import type { Platform } from '#shared/contract/payments/platform-hosts.ts';
import { hostOf } from './hosts.ts';
import { PlatformRefused, PlatformUnavailable, type PlatformAccess } from './platform-api.ts';
import { takeCall } from './token-bucket.ts';

const timeoutMs = 8_000;
const answerMaxBytes = 4_194_304;
const jsonPattern = /^application\/(?:[a-z.-]+\+)?json(?:\s*;|$)/iu;
const idPattern = /^\w[\w:-]{0,99}$/u;

/** What is asked of a platform: a path under its own host, and nothing else of an address. */
export interface Question {
  readonly platform: Platform;
  readonly access: PlatformAccess;
  readonly path: string;
  readonly query?: URLSearchParams | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Asked by POST when there is a body: a form, or JSON. */
  readonly body?: URLSearchParams | string | undefined;
}

export const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

export const basic = (login: string) => ({
  authorization: `Basic ${Buffer.from(login, 'utf8').toString('base64')}`,
});

/** Whether a platform can be asked for an id at all: a file may hold anything. */
export const isPlatformId = (id: string): boolean => idPattern.test(id);

/** An id as a part of a path. Throws `PlatformRefused` on what is not one: it could climb out. */
export function inPath(id: string): string {
  if (!isPlatformId(id)) throw new PlatformRefused('not an id');
  return id;
}

/**
 * Asks a platform: its fixed host, no redirection, bounded in time, in size and in number. Undefined
 * when it knows no such thing; `PlatformRefused` on a refusal or on an answer of another shape;
 * `PlatformUnavailable` when it is worth asking again.
 */
export async function ask<Schema extends z.ZodType>(
  question: Question,
  schema: Schema,
): Promise<z.output<Schema> | undefined> {
  const { platform, access } = question;
  await takeCall(`${platform} ${access.accountId ?? access.apiKey}`);
  const response = await send(question);
  if (response.status === 404) return void (await response.body?.cancel());
  if (!response.ok) {
    await response.body?.cancel();
    throw response.status === 429 || response.status >= 500
      ? new PlatformUnavailable(`unavailable: ${response.status}`)
      : new PlatformRefused(`refused: ${response.status}`);
  }
  const read = schema.safeParse(await jsonOf(response));
  if (!read.success) throw new PlatformRefused(`another shape: ${pathsOf(read.error)}`);
  return read.data;
}

/** The same, where not knowing is a refusal: a list, a token. */
export async function askFor<Schema extends z.ZodType>(
  question: Question,
  schema: Schema,
): Promise<z.output<Schema>> {
  const answer = await ask(question, schema);
  if (answer === undefined) throw new PlatformRefused('refused: 404');
  return answer;
}

async function send({ platform, access, path, query, headers, body }: Question) {
  const search = query ? `?${query.toString()}` : '';
  try {
    return await fetch(`${hostOf(platform, access.mode)}${path}${search}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        ...(typeof body === 'string' && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    throw new PlatformUnavailable('no answer', { cause: error });
  }
}

/** A page of HTML with a 200 is a gateway that stands before the platform: asked again later. */
async function jsonOf(response: Response): Promise<unknown> {
  if (!jsonPattern.test(response.headers.get('content-type') ?? '')) {
    await response.body?.cancel();
    throw new PlatformUnavailable('an answer that is not JSON');
  }
  const text = await boundedText(response);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PlatformUnavailable('an answer cut short', { cause: error });
  }
}

async function boundedText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body ?? []) {
      size += chunk.byteLength;
      if (size > answerMaxBytes) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw new PlatformUnavailable('an answer cut short', { cause: error });
  }
  if (size > answerMaxBytes) throw new PlatformRefused('an answer too large');
  return Buffer.concat(chunks).toString('utf8');
}

/** Where an answer is of another shape; never what it holds. */
const pathsOf = ({ issues }: z.ZodError): string =>
  issues
    .slice(0, 3)
    .map(({ path }) => path.join('.'))
    .join(', ');
