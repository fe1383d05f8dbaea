import { messageOf } from '#shared/contract/messages.ts';
import type { Problem } from '#shared/contract/problem.ts';
import type { Rejection } from '#shared/contract/refusals.ts';
import { StaleRead } from '#functions/stores/table.ts';
import { Refused, type HttpAnswer } from './http.ts';
import { log } from './log.ts';
import { statusOf } from './refusals.ts';

const titles: Readonly<Record<number, string>> = {
  400: 'Demande illisible',
  401: 'Connexion nécessaire',
  403: 'Action refusée',
  404: 'Introuvable',
  409: 'État différent',
  413: 'Trop grand',
  415: 'Type non accepté',
  422: 'Informations à corriger',
  500: 'Erreur du portail',
  503: 'Indisponible un instant',
};

const answerOf = (problem: Problem, headers: Record<string, string> = {}): HttpAnswer => ({
  statusCode: problem.status,
  headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers },
  body: JSON.stringify(problem),
});

/** A refusal as an answer: its status, its sentence, the fields it names. */
export function refusalAnswer(
  rejection: Rejection,
  requestId: string,
  errors: Problem['errors'] = [],
): HttpAnswer {
  const status = statusOf[rejection];
  return answerOf({
    type: 'about:blank',
    title: titles[status] ?? 'Refus',
    status,
    code: rejection,
    detail: messageOf[rejection],
    ...(errors.length > 0 && { errors }),
    requestId,
  });
}

/** Whatever was thrown, as an answer: refusals by name, passing faults as 503, defects as 500. */
export function problemOf(error: unknown, requestId: string): HttpAnswer {
  if (error instanceof Refused) return refusalAnswer(error.rejection, requestId, error.errors);
  const passing = error instanceof StaleRead || isPassingFault(error);
  log[passing ? 'warn' : 'error'](passing ? 'passing fault' : 'defect', {
    requestId,
    ...traceOf(error),
  });
  const status = passing ? 503 : 500;
  return answerOf(
    {
      type: 'about:blank',
      title: titles[status] ?? '',
      status,
      code: passing ? 'unavailable' : 'internal',
      detail: passing
        ? 'Le portail est très demandé. Rien n’est perdu\u00A0: réessayez dans un instant.'
        : 'Une erreur du portail empêche cette action. Rien n’a été enregistré. Réessayez, puis donnez ce code au siège.',
      requestId,
    },
    passing ? { 'retry-after': '1' } : {},
  );
}

const passingFaults = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'InternalServerError',
  'ServiceUnavailable',
  'TransactionInProgressException',
  'TimeoutError',
  'AbortError',
]);

const isPassingFault = (error: unknown): boolean =>
  error instanceof Error &&
  (passingFaults.has(error.name) || ('$retryable' in error && error.$retryable !== undefined));

/** Where it broke, without what it was about: messages may quote what people typed. */
const traceOf = (error: unknown) =>
  error instanceof Error
    ? {
        fault: error.name,
        at: error.stack
          ?.split('\n')
          .slice(1, 6)
          .map((line) => line.trim()),
      }
    : { fault: typeof error };
