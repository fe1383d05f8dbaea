import * as z from 'zod';
import { day } from '#shared/domain/dates.ts';
import { fields, type Field } from '#shared/contract/common/fields.ts';

/** A field, or a choice among known values. */
export type Kept = Field | { readonly kind: 'choice'; readonly values: readonly unknown[] };

export type Path = readonly string[];

/** One way to fill a schema entirely, with the place of everything in it. */
export interface Filling {
  readonly value: unknown;
  readonly fields: readonly FieldPlace[];
  readonly objects: readonly ObjectPlace[];
  readonly lists: readonly Place[];
}

interface Place {
  readonly path: Path;
}

export interface FieldPlace extends Place {
  readonly field: Kept;
  /** What it holds when it is left out; without this it must be there. */
  readonly ifMissing?: { readonly kept: unknown };
  /** What it holds instead of what it cannot take; without this it refuses. */
  readonly ifRefused?: { readonly kept: unknown };
}

interface ObjectPlace extends Place {
  /** Whether it refuses what it does not know. */
  readonly isStrict: boolean;
}

/** A value that a field takes. */
function goodValueOf(field: Kept): unknown {
  switch (field.kind) {
    case 'amount':
      return 1_850;
    case 'day':
      return day('2026-03-12');
    case 'id':
      return '01ARZ3NDEKTSV4RRFFQ69G5FAV';
    case 'mail':
      return 'dominique@example.fr';
    case 'text':
      return 'Bus (musée)';
    case 'code':
      return field.example;
    case 'link':
      return 'https://www.helloasso.com/associations/les-tilleuls';
    case 'opaque':
      return 'x';
    case 'count':
      return field.min;
    case 'choice':
      return field.values[0];
  }
}

/** The values of a schema that is a closed choice. */
function choicesOf(schema: z.ZodType): readonly unknown[] | undefined {
  if (schema instanceof z.ZodBoolean) return [true, false];
  if (schema instanceof z.ZodEnum) return schema.options;
  if (schema instanceof z.ZodLiteral) return [...schema.values];
  if (!(schema instanceof z.ZodUnion)) return undefined;
  const each = schema.options.map((option) => choicesOf(inside(option)));
  return each.every((values) => values !== undefined) ? each.flat() : undefined;
}

const under = (key: string, { value, ...places }: Filling): Filling => {
  const moved = <One extends Place>(list: readonly One[]): readonly One[] =>
    list.map((place) => ({ ...place, path: [key, ...place.path] }));
  return {
    value,
    fields: moved(places.fields),
    objects: moved(places.objects),
    lists: moved(places.lists),
  };
};

const alone = (field: Kept): Filling => ({
  value: goodValueOf(field),
  fields: [{ path: [], field }],
  objects: [],
  lists: [],
});

/**
 * Every way to fill a schema: one for each arm of a union, all that is optional included. Throws
 * at a field whose schema is not one of `shared/contract/common`: it has no known limits.
 */
export function fillingsOf(schema: z.ZodType, place: string): readonly Filling[] {
  const field = fields.get(schema);
  if (field) return [alone(field)];
  const values = choicesOf(schema);
  if (values) return [alone({ kind: 'choice', values })];
  if (schema instanceof z.ZodOptional)
    return mayBeMissing(fillingsOf(inside(schema.unwrap()), place), undefined);
  if (schema instanceof z.ZodDefault)
    return mayBeMissing(fillingsOf(inside(schema.unwrap()), place), schema.def.defaultValue);
  if (schema instanceof z.ZodCatch) return neverRefused(schema, place);
  if (schema instanceof z.ZodObject) return object(schema, place);
  if (schema instanceof z.ZodArray) return list(schema, place);
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((option) => fillingsOf(inside(option), place));
  throw new Error(`${place} is no field of shared/contract/common: it has no known limits`);
}

/** Zod gives the schemas inside others a narrower type than the one they are made with. */
const inside = (schema: unknown): z.ZodType => schema as z.ZodType;

const mayBeMissing = (fillings: readonly Filling[], kept: unknown): readonly Filling[] =>
  fillings.map((filling) => ({
    ...filling,
    fields: filling.fields.map((place) =>
      place.path.length === 0 ? { ...place, ifMissing: { kept } } : place,
    ),
  }));

/** A page for everybody opens whatever its address holds: what cannot be read is left aside. */
const neverRefused = (schema: z.ZodCatch, place: string): readonly Filling[] => {
  const instead = { kept: schema.parse(Symbol('what no field takes')) };
  return fillingsOf(inside(schema.unwrap()), place).map((filling) => ({
    ...filling,
    fields: filling.fields.map((field) =>
      field.path.length === 0 ? { ...field, ifMissing: instead, ifRefused: instead } : field,
    ),
  }));
};

function object(schema: z.ZodObject, place: string): readonly Filling[] {
  const parts = Object.entries(schema.shape).map(
    ([key, part]) => [key, fillingsOf(inside(part), `${place}.${key}`)] as const,
  );
  const ways = Math.max(1, ...parts.map(([, fillings]) => fillings.length));
  return Array.from({ length: ways }, (_, way) => {
    const chosen = parts.map(([key, fillings]) => {
      const filling = fillings[way] ?? fillings[0];
      if (!filling) throw new Error(`${place}.${key} cannot be filled`);
      return [key, under(key, filling)] as const;
    });
    const inside = chosen.map(([, filling]) => filling);
    return {
      value: Object.fromEntries(chosen.map(([key, { value }]) => [key, value])),
      fields: inside.flatMap((filling) => filling.fields),
      objects: [
        { path: [], isStrict: schema.def.catchall instanceof z.ZodNever },
        ...inside.flatMap((filling) => filling.objects),
      ],
      lists: inside.flatMap((filling) => filling.lists),
    };
  });
}

const list = (schema: z.ZodArray, place: string): readonly Filling[] =>
  fillingsOf(inside(schema.element), `${place}.0`).map((element) => {
    const first = under('0', element);
    return {
      ...first,
      value: [element.value],
      lists: [{ path: [] }, ...first.lists],
    };
  });
