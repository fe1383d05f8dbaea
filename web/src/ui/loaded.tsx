import type { ComponentChildren } from 'preact';
import { Loading } from './loading.tsx';
import { ProblemNotice } from './notice.tsx';

/** What `useQuery` of TanStack gives, as far as showing it goes. */
interface Awaited<Value> {
  readonly data: Value | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

interface Props<Value> {
  readonly query: Awaited<Value>;
  readonly lines?: number;
  readonly children: (value: Value) => ComponentChildren;
}

/** What was asked once it is there; until then its shape, or why it is not and a retry. */
export function Loaded<Value>({ query, lines, children }: Props<Value>) {
  const { data, error, refetch } = query;
  if (data !== undefined) return <>{children(data)}</>;
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return <Loading {...(lines !== undefined && { lines })} />;
}
