import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod';
import { gatewayRoutes } from '#shared/contract/registry.ts';
import { fillingsOf, type FieldPlace, type Kept, type Path } from './fillings.ts';

/** A place of a request, with a whole request that is good. */
export interface Spot {
  /** `POST /api/coops/{coopId}/entries: request entry.label`. */
  readonly name: string;
  readonly path: Path;
  readonly schema: z.ZodType;
  readonly good: unknown;
  readonly ifRefused?: { readonly kept: unknown };
}

export type FieldSpot<Field extends Kept = Kept> = Spot & FieldPlace & { readonly field: Field };

const taken = gatewayRoutes().flatMap(({ routeKey, endpoint }) =>
  (['params', 'query', 'request'] as const).flatMap((place) => {
    const schema = endpoint[place];
    return schema ? [{ schema, ...filled(schema, `${routeKey}: ${place}`) }] : [];
  }),
);

function filled(schema: z.ZodType, name: string) {
  try {
    return { name, fillings: fillingsOf(schema, name) };
  } catch (error) {
    return { name, fillings: [], whyNot: String(error) };
  }
}

/** Why a route cannot be tried: a field without known limits. */
export const untried = taken.flatMap(({ whyNot }) => whyNot ?? []);

/** Everything a route takes, filled in each way it can be. */
export const requests = taken.flatMap(({ name, schema, fillings }) =>
  fillings.map((filling) => ({ name, schema, filling })),
);

const spots = <Place extends { readonly path: Path }>(
  of: (request: (typeof requests)[number]) => readonly Place[],
): readonly (Spot & Place)[] =>
  requests.flatMap((request) =>
    of(request).map((place) => ({
      ...place,
      name: `${request.name} ${place.path.join('.')}`,
      schema: request.schema,
      good: request.filling.value,
    })),
  );

export const everyField: readonly FieldSpot[] = spots(({ filling }) => filling.fields);
export const everyObject = spots(({ filling }) => filling.objects);
export const everyList = spots(({ filling }) => filling.lists);

/** The fields of these kinds, of every route. */
export const fieldsOf = <Kind extends Kept['kind']>(...kinds: readonly Kind[]) =>
  everyField.filter((spot): spot is FieldSpot<Extract<Kept, { readonly kind: Kind }>> =>
    kinds.some((kind) => spot.field.kind === kind),
  );

/** The same value with another at that place; `undefined` leaves the field of an object out. */
function withValue(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other;
  // A good value holds one thing in each of its lists.
  if (Array.isArray(value)) return [withValue(value[0], rest, other)];
  const { [key]: old, ...others } = value as Readonly<Record<string, unknown>>;
  const changed = withValue(old, rest, other);
  return changed === undefined ? others : { ...others, [key]: changed };
}

/** What a value holds at that place. */
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce((at, key) => (at as Readonly<Record<string, unknown>> | undefined)?.[key], value);

/** What becomes of a value at that place: kept, as what; or the paths the refusal names. */
export function answerOf(
  spot: Spot,
  written: unknown,
): { readonly kept: unknown } | { readonly refused: readonly string[] } {
  const result = spot.schema.safeParse(withValue(spot.good, spot.path, written));
  if (result.success) return { kept: valueAt(result.data, spot.path) };
  return { refused: [...new Set(result.error.issues.map(({ path }) => path.join('.')))] };
}

/** The places that do not refuse the value by exactly their own name, or leave it aside. */
export const notRefusing = (all: readonly Spot[], written: unknown): readonly string[] =>
  differing(all, written, (spot) => spot.ifRefused ?? { refused: [spot.path.join('.')] });

/** The places that do not keep the value as told. */
export const notKeeping = <One extends Spot>(
  all: readonly One[],
  written: unknown,
  kept: unknown,
): readonly string[] => differing(all, written, () => ({ kept }));

/** The places that answer otherwise than expected, with what they answer. */
export function differing<One extends Spot>(
  all: readonly One[],
  written: unknown,
  expected: (spot: One) => ReturnType<typeof answerOf>,
): readonly string[] {
  if (all.length === 0) return ['no field of this kind'];
  return all.flatMap((spot) => {
    const answer = answerOf(spot, written);
    return isDeepStrictEqual(answer, expected(spot))
      ? []
      : [`${spot.name}: ${JSON.stringify(answer).slice(0, 200)}`];
  });
}

/** A reading may take that long; a pattern that explodes takes seconds. */
const momentMs = 50;

/** The places that need more than a moment to read the value, three times out of three. */
export const slow = (all: readonly Spot[], written: unknown): readonly string[] =>
  all.flatMap((spot) => {
    const isQuick = [1, 2, 3].some(() => timeOf(() => answerOf(spot, written)) <= momentMs);
    return isQuick ? [] : [spot.name];
  });

function timeOf(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}
