import type { IncomingMessage, ServerResponse } from 'node:http';
import { platformHosts, type Platform } from '#shared/contract/payments/platform-hosts.ts';
import { bodyOf } from '../gateway.ts';
import { answerWrongly, isFaultKind, withOtherAmounts, type FaultKind } from './faults.ts';
import { answersSchema, answerTo, type RecordedAnswer } from './recorded.ts';
import { stripeLinesSchema, stripePage } from './stripe.ts';

/** Where the stand-ins of the platforms' APIs answer on the portal's own port. */
export const platformsPath = '/local/platforms';

const isPlatform = (name: string): name is Platform => Object.hasOwn(platformHosts, name);

/** The environment that sends every client to its stand-in, for real money and for trials. */
export const platformUrls = (origin: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(platformHosts).flatMap(([name, { live, test }]) =>
      [live, test].map((variable) => [variable, `${origin}${platformsPath}/${name}`]),
    ),
  );

/** What one platform will answer, and what is wrong with it for the next calls. */
interface StandIn {
  answers: RecordedAnswer[];
  faults: FaultKind[];
  readonly payoutLines: Map<string, ReturnType<typeof stripeLinesSchema.parse>>;
}

const newStandIn = (): StandIn => ({ answers: [], faults: [], payoutLines: new Map() });

const send = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

/**
 * Stand-ins for the APIs of the platforms, which answer what they were told to:
 * `PUT /answers` a list of `{path, query?, status?, body}`, `PUT /faults` a list of what is wrong with
 * the next calls, `POST /payouts/{id}` the movements of a payout of Stripe, cut in pages.
 */
export function platformApis(): (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void> {
  const standIns = new Map<Platform, StandIn>();
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, name = '', path = '/'] =
      /^\/local\/platforms\/([a-z]+)(\/.*)?$/u.exec(url.pathname) ?? [];
    if (!isPlatform(name)) return send(response, 404, { error: 'no such platform' });
    const standIn = standIns.get(name) ?? newStandIn();
    standIns.set(name, standIn);
    const told = await tell(standIn, `${request.method} ${path}`, request);
    if (told) return send(response, told, {});
    answer(standIn, { path, query: url.searchParams, request }, response);
  };
}

/** Notes what to answer from now on: the status of that, or undefined for a call like any other. */
async function tell(standIn: StandIn, asked: string, request: IncomingMessage) {
  const [, payoutId] = /^POST \/payouts\/(\w+)$/u.exec(asked) ?? [];
  if (asked !== 'PUT /answers' && asked !== 'PUT /faults' && payoutId === undefined)
    return undefined;
  const told: unknown = JSON.parse((await bodyOf(request))?.toString() ?? '');
  if (payoutId !== undefined) standIn.payoutLines.set(payoutId, stripeLinesSchema.parse(told));
  else if (asked === 'PUT /answers') standIn.answers = answersSchema.parse(told);
  else standIn.faults = Array.isArray(told) ? told.filter(isFaultKind) : [];
  return 200;
}

function answer(
  standIn: StandIn,
  {
    path,
    query,
    request,
  }: {
    readonly path: string;
    readonly query: URLSearchParams;
    readonly request: IncomingMessage;
  },
  response: ServerResponse,
): void {
  if (path === '/oauth2/token' && request.method === 'POST')
    return send(response, 200, { access_token: 'stand-in', expires_in: 1_800 });
  if (!/^(?:Bearer|Basic) \S+$/u.test(request.headers.authorization ?? ''))
    return send(response, 401, { error: 'no key' });
  const fault = standIn.faults.shift();
  if (fault && answerWrongly(fault, response)) return;
  const found =
    answerTo(standIn.answers, path, query) ??
    (path === '/v1/balance_transactions'
      ? stripePage(standIn.payoutLines.get(query.get('payout') ?? ''), query)
      : undefined);
  if (!found) return send(response, 404, { error: 'not found' });
  send(response, found.status, fault ? withOtherAmounts(found.body) : found.body);
}
