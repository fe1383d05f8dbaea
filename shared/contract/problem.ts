import type { Rejection } from './refusals.ts';

/** How every error travels: `application/problem+json` (RFC 9457). */
export interface Problem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly code: Rejection | 'internal' | 'unavailable';
  /** A French sentence for the person. */
  readonly detail: string;
  /** Which inputs are wrong, and why. */
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
  /** What to quote to the support. */
  readonly requestId: string;
}
