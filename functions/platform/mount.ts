import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { dayInParis } from '#shared/domain/dates.ts';
import type { Endpoint, Routes } from '#shared/contract/endpoint.ts';
import { messageOf } from '#shared/contract/messages.ts';
import type { Rejection } from '#shared/contract/refusals.ts';
import { routeKeyOf } from '#shared/contract/registry.ts';
import { Refused, type HttpAnswer, type HttpEvent } from './http.ts';
import { log } from './log.ts';
import { fileOf, jsonOf, parsed } from './parse.ts';
import { problemOf, refusalAnswer } from './problems.ts';
import { actorOf, checkOrigin, scopeOf } from './session.ts';
import { runAgainIfStale } from './stale.ts';
import { RawAnswer, type Call, type UseCase } from './use-case.ts';

/** One use case for each route of an area; a missing one does not compile. */
export type UseCases<R extends Routes> = { readonly [Name in keyof R]: UseCase<R[Name]> };

type AnyUseCase = (call: Call<Endpoint>) => ReturnType<UseCase<Endpoint>>;

/**
 * The handler of an area. The steps of a request, the same for all: route, origin, session, scope,
 * parse, then the use case, then the answer. A stranger learns nothing about the format.
 */
export const mount = <R extends Routes>(routes: R, useCases: UseCases<R>) => {
  const byKey = new Map(
    Object.entries<Endpoint>(routes).map(([name, endpoint]) => [
      routeKeyOf(endpoint),
      // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- `UseCases` pairs them.
      { endpoint, useCase: useCases[name] as unknown as AnyUseCase },
    ]),
  );
  return middy<HttpEvent, HttpAnswer, Error, Context>()
    .use(logged())
    .use(answeredWithHeaders())
    .use(answeredWithProblem())
    .handler(async (event: HttpEvent) => {
      const route = byKey.get(event.routeKey);
      if (!route) throw new Refused('not_found');
      const call = await callOf(event, route.endpoint);
      const result = await runAgainIfStale(() => route.useCase(call));
      if (!result.ok) return refusalAnswer(result.rejection, call.requestId, fieldErrors(result));
      const value: unknown = result.value;
      if (value instanceof RawAnswer) return rawAnswer(value);
      return {
        statusCode: 200,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(route.endpoint.response?.parse(value)),
      };
    });
};

const requestIdOf = (event: HttpEvent): string => event.requestContext.requestId;

const fieldErrors = ({
  field,
  rejection,
}: {
  readonly field?: string;
  readonly rejection: Rejection;
}) => (field === undefined ? [] : [{ field, message: messageOf[rejection] }]);

async function callOf(event: HttpEvent, endpoint: Endpoint): Promise<Call<Endpoint>> {
  const now = new Date().toISOString();
  const today = dayInParis(now);
  checkOrigin(event, endpoint);
  const actor = endpoint.permission === 'public' ? undefined : await actorOf(event, now);
  const params: unknown = parsed(endpoint.params, event.pathParameters ?? {});
  const scope = actor && (await scopeOf(actor, endpoint, paramsText(event), today));
  const query: unknown = parsed(endpoint.query, event.queryStringParameters ?? {});
  const body: unknown = parsed(endpoint.request, jsonOf(event, endpoint));
  const call = {
    actor,
    scope,
    params,
    query,
    body,
    bytes: fileOf(event, endpoint),
    headers: event.headers,
    cookies: event.cookies ?? [],
    now,
    today,
    requestId: requestIdOf(event),
  };
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- each part was parsed by its schema.
  return call as unknown as Call<Endpoint>;
}

const paramsText = (event: HttpEvent): Record<string, string> =>
  Object.fromEntries(
    Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, value ?? '']),
  );

const rawAnswer = ({ statusCode, headers, cookies, body }: RawAnswer): HttpAnswer => ({
  statusCode,
  headers: { ...headers },
  cookies: [...cookies],
  body,
});

/** One line a request: which route, what came of it, how long; nothing anybody typed. */
const logged = (): middy.MiddlewareObj<HttpEvent, HttpAnswer> => {
  const startedAt = new WeakMap<HttpEvent, number>();
  const write = (event: HttpEvent, answer: HttpAnswer | null | undefined): void => {
    log.info('request', {
      route: event.routeKey,
      status: answer?.statusCode,
      requestId: requestIdOf(event),
      durationMs: Math.round(performance.now() - (startedAt.get(event) ?? 0)),
    });
  };
  return {
    before: ({ event }) => void startedAt.set(event, performance.now()),
    after: ({ event, response }) => write(event, response),
    onError: ({ event, response }) => write(event, response),
  };
};

/** What every answer of the API carries: never cached, never guessed, never framed. */
const answeredWithHeaders = (): middy.MiddlewareObj<HttpEvent, HttpAnswer> => {
  const add = (answer: HttpAnswer | null | undefined): void => {
    if (!answer) return;
    answer.headers = {
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      ...answer.headers,
    };
  };
  return { after: ({ response }) => add(response), onError: ({ response }) => add(response) };
};

/** What was thrown, as a problem the caller may read; the log keeps the rest. */
const answeredWithProblem = (): middy.MiddlewareObj<HttpEvent, HttpAnswer> => ({
  onError: (request) =>
    void (request.response = problemOf(request.error, requestIdOf(request.event))),
});
