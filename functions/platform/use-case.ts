import type * as z from 'zod';
import type { Grant } from '#shared/domain/access/roles.ts';
import type { Day } from '#shared/domain/dates.ts';
import type { Result } from '#shared/domain/result.ts';
import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from '#shared/contract/endpoint.ts';
import type { Rejection } from '#shared/contract/refusals.ts';
import type { CoopScope, DepartmentScope } from '#functions/stores/scope.ts';

/** The signed-in person, with the grants that hold today. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly mail: string;
  readonly grants: readonly Grant[];
}

type ScopeOf<E extends Endpoint> = E['path'] extends `/api/coops/${string}`
  ? CoopScope
  : E['path'] extends `/api/departments/${string}`
    ? DepartmentScope
    : undefined;

type ActorOf<E extends Endpoint> = E['permission'] extends 'public' ? undefined : Actor;

/** A request once it is authorised and parsed. Clock and ids are given, never fetched. */
export interface Call<E extends Endpoint> {
  readonly actor: ActorOf<E>;
  /** The partition that the session opens; never made from the path or the body alone. */
  readonly scope: ScopeOf<E>;
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly bytes: E['bytesMax'] extends number ? Uint8Array : undefined;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly cookies: readonly string[];
  readonly now: string;
  readonly today: Day;
  readonly requestId: string;
}

/** An answer that is not a JSON value of the contract: a redirection, a cookie, an empty 200. */
export class RawAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: string;

  constructor(answer: {
    readonly statusCode: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly cookies?: readonly string[];
    readonly body?: string;
  }) {
    this.statusCode = answer.statusCode;
    this.headers = answer.headers ?? {};
    this.cookies = answer.cookies ?? [];
    this.body = answer.body ?? '';
  }
}

type Plain = string | number | boolean | null | undefined;

/** A value of the contract that the use case may give without copying: readonly all the way. */
type Given<Value> = Value extends Plain
  ? Value
  : Value extends readonly (infer Element)[]
    ? readonly Given<Element>[]
    : { readonly [Name in keyof Value]: Given<Value[Name]> };

type ValueOf<E extends Endpoint> = E extends { readonly response: z.ZodType }
  ? Given<AnswerOf<E>>
  : RawAnswer;

/** One use case: load, decide, persist, respond. A refusal is returned, never thrown. */
export type UseCase<E extends Endpoint> = (call: Call<E>) => Promise<Result<ValueOf<E>, Rejection>>;
