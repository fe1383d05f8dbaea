import * as z from 'zod';

/** What a field of a request holds, with its limits: every field that enters is one of these. */
export type Field =
  | { readonly kind: 'amount'; readonly min: number }
  | { readonly kind: 'day' }
  | { readonly kind: 'id' }
  | { readonly kind: 'mail' }
  /** One line of text; a blank one is nothing. */
  | { readonly kind: 'text'; readonly max: number; readonly mayBeBlank?: true }
  /**
   * Few signs of a known pattern: the number of an account, of a cheque, of a year. In one that
   * people copy from a paper, white space does not count.
   */
  | { readonly kind: 'code'; readonly example: string; readonly copiedByHand?: true }
  /** An address of the web, `https` only. */
  | { readonly kind: 'link'; readonly max: number }
  /** What somebody else wrote, taken back as it is. */
  | { readonly kind: 'opaque'; readonly max: number }
  | { readonly kind: 'count'; readonly min: number; readonly max: number };

/**
 * The schema of each field of this folder with what it holds. A request made of other fields fails
 * the tests of bad input: nothing enters without limits.
 */
export const fields = z.registry<Field>();
