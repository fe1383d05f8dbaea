import { gatewayRoutes } from '#shared/contract/registry.ts';

interface LocalRoute {
  readonly method: string;
  readonly segments: readonly string[];
  readonly routeKey: string;
  readonly functionName: string;
}

/** A request's route: who answers it, and the decoded parts of its path. */
export interface RouteMatch {
  readonly routeKey: string;
  readonly functionName: string;
  readonly pathParameters: Readonly<Record<string, string>>;
}

const isParameter = (segment: string): boolean => segment.startsWith('{');

/** Literal segments come before parameters, as API Gateway chooses the most precise route. */
const precision = ({ segments }: LocalRoute): string =>
  segments.map((segment) => (isParameter(segment) ? '1' : '0')).join('');

const routes: readonly LocalRoute[] = gatewayRoutes()
  .map(({ routeKey, functionName, endpoint }) => ({
    method: endpoint.method,
    segments: endpoint.path.split('/'),
    routeKey,
    functionName,
  }))
  .toSorted((one, other) => precision(one).localeCompare(precision(other)));

const fits = ({ segments }: LocalRoute, asked: readonly string[]): boolean =>
  segments.length === asked.length &&
  segments.every((segment, index) =>
    isParameter(segment) ? asked[index] !== '' : segment === asked[index],
  );

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The route of a request; or the methods its path knows, none when the path is unknown. */
export function matchRoute(
  method: string,
  path: string,
): RouteMatch | { readonly allowed: readonly string[] } {
  const asked = path.split('/');
  const fitting = routes.filter((route) => fits(route, asked));
  const route = fitting.find((candidate) => candidate.method === method);
  if (!route) return { allowed: [...new Set(fitting.map((candidate) => candidate.method))] };
  const { segments, routeKey, functionName } = route;
  const pathParameters = Object.fromEntries(
    segments.flatMap((segment, index) =>
      isParameter(segment) ? [[segment.slice(1, -1), decoded(asked[index] ?? '')]] : [],
    ),
  );
  return { routeKey, functionName, pathParameters };
}
