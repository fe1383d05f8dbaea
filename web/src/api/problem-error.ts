import type { Problem } from '#shared/contract/problem.ts';

/** Why a call did not succeed, with a French sentence for the person in `detail`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  /** The HTTP status; 0 when the portal could not be reached. */
  readonly status: number;
  readonly code: Problem['code'] | 'offline';
  readonly detail: string;
  /** The inputs to correct, with a French sentence each. */
  readonly errors: readonly { readonly field: string; readonly message: string }[];
  /** What to quote to the support, when the portal answered. */
  readonly requestId: string | undefined;

  constructor(
    problem: Pick<Problem, 'status' | 'detail' | 'errors'> & {
      readonly code: Problem['code'] | 'offline';
      readonly requestId?: string;
    },
  ) {
    super(problem.code);
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail;
    this.errors = problem.errors ?? [];
    this.requestId = problem.requestId;
  }
}

/** The line is cut, or the portal does not answer. */
export const unreachable = (): ProblemError =>
  new ProblemError({
    status: 0,
    code: 'offline',
    detail:
      'Le portail ne répond pas. Vérifiez votre connexion, puis réessayez\u00A0: ce que vous avez saisi est gardé.',
  });

/** The French sentence of whatever a call threw. */
export const sentenceOf = (error: unknown): string =>
  error instanceof ProblemError
    ? error.detail
    : 'Une erreur inattendue empêche cette action. Rechargez la page, puis réessayez.';
