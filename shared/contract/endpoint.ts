import type * as z from 'zod';
import type { Permission } from '#shared/domain/access/roles.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * A route as both sides know it: the gateway, the permission check, the OpenAPI document, the
 * route × role test and the web client are all made from this. Without a permission it does not
 * compile.
 */
export interface Endpoint {
  readonly method: Method;
  /** As API Gateway writes it: `/api/coops/{coopId}/entries`. */
  readonly path: `/${string}`;
  readonly permission: Permission;
  /** One sentence for the OpenAPI document. */
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  /** The JSON body. Without it a body is refused. */
  readonly request?: z.ZodType;
  /** The body is a file, handed over as bytes. */
  readonly bytesMax?: number;
  /** What leaves; anything else is stripped. Without it the use case answers by itself. */
  readonly response?: z.ZodType;
}

export type Routes = Readonly<Record<string, Endpoint>>;

type Out<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

export type ParamsOf<E extends Endpoint> = Out<E['params']>;
export type QueryOf<E extends Endpoint> = Out<E['query']>;
export type BodyOf<E extends Endpoint> = Out<E['request']>;
/** What the use case gives; the schema parses it on the way out. */
export type AnswerOf<E extends Endpoint> = Out<E['response']>;
