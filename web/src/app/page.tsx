import type { ComponentType, VNode } from 'preact';
import { LazyPage } from './lazy-page.tsx';

/** The names in a path: `'coopId' | 'entryId'` for `/coops/:coopId/ecritures/:entryId`. */
type NamesIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

export type ParamsIn<Path extends string> = Readonly<Record<NamesIn<Path>, string>>;

/** A page of the portal: its address, its name, and how it is drawn once its code has come. */
export interface Page {
  readonly path: string;
  readonly title: string;
  readonly draw: (params: Readonly<Record<string, string | undefined>>) => VNode | null;
}

/**
 * Declares a page. Its component receives the names of its path as props, and is loaded only when
 * somebody goes there.
 */
export function page<Path extends string>(
  path: Path,
  title: string,
  load: () => Promise<ComponentType<ParamsIn<Path>>>,
): Page {
  const names = [...path.matchAll(/:(\w+)/gu)].map(([, name = '']) => name);
  const isComplete = (params: Readonly<Record<string, unknown>>): params is ParamsIn<Path> =>
    names.every((name) => typeof params[name] === 'string');
  return {
    path,
    title,
    draw: (params) => {
      const named = Object.fromEntries(names.map((name) => [name, params[name]]));
      return isComplete(named) ? <LazyPage load={load} params={named} /> : null;
    },
  };
}
