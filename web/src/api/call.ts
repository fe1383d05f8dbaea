import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from '#shared/contract/endpoint.ts';
import type { Problem } from '#shared/contract/problem.ts';
import { ProblemError, unreachable } from './problem-error.ts';
import { tellSignedOut } from './signed-out.ts';

/** What may be sent: the same shape, without asking for the right to change it. */
export type Sent<T> = T extends string | number | boolean | null | undefined
  ? T
  : { readonly [Key in keyof T]: Sent<T[Key]> };

/** The parts of a request that the endpoint declares; the others cannot be given. */
export interface CallParts<E extends Endpoint> {
  readonly params?: Sent<ParamsOf<E>>;
  readonly query?: Sent<QueryOf<E>>;
  readonly body?: Sent<BodyOf<E>>;
  /** A file, sent as it is. */
  readonly bytes?: Blob;
  /** Stops waiting, as TanStack Query does when nobody looks any more. */
  readonly signal?: AbortSignal;
}

/** The path with its `{names}` replaced by the values, each encoded. */
export const fillPath = (path: string, params: object = {}): string =>
  Object.entries(params).reduce(
    (filled, [name, value]) => filled.replace(`{${name}}`, encodeURIComponent(String(value))),
    path,
  );

/** `?year=2025`, without what is absent; nothing when all is. */
export function queryText(query: object = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

/**
 * Calls a route of the portal. Throws `ProblemError` for every answer that is not a success, and
 * when there is no answer. The answer was parsed by its schema before it left the server.
 */
export async function call<E extends Endpoint>(
  method: E['method'],
  path: E['path'],
  { params, query, body, bytes, signal }: CallParts<E> = {},
): Promise<AnswerOf<E>> {
  const url = fillPath(path, params ?? {}) + queryText(query ?? {});
  const response = await reach(url, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(bytes !== undefined && { 'content-type': 'application/octet-stream' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(bytes !== undefined && { body: bytes }),
    ...(signal && { signal }),
  });
  if (!response.ok) throw await problemOf(response);
  const text = await response.text();
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- parsed by the server
  return (text === '' ? undefined : JSON.parse(text)) as AnswerOf<E>;
}

async function reach(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  }
}

async function problemOf(response: Response): Promise<ProblemError> {
  if (response.status === 401) tellSignedOut();
  const problem: unknown = await response.json().catch(() => undefined);
  if (isProblem(problem)) return new ProblemError(problem);
  return new ProblemError({
    status: response.status,
    code: response.status >= 500 ? 'unavailable' : 'internal',
    detail: 'Le portail ne peut pas répondre pour l’instant. Réessayez dans quelques minutes.',
  });
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'detail' in value;
