import { searchable } from '../text.ts';
import type { KeptLine } from './statement.ts';

/**
 * The lines by which a bank mirrors an account into the pooled account of the association
 * (« Trésoft »): they come and go beside the true operations, and are none.
 */
const mirrors =
  /^(?:vo occe\b|vo tresoft\b|vir(?:ement)? (?:sepa )?(?:cpte?|compte) associe\b|tresoft\b)/u;

export const isPooledMirror = (label: string): boolean => mirrors.test(searchable(label));

/** Whether a line is no operation of the cooperative: as people said, else as its label tells. */
export const isApart = ({
  matchId,
  mark,
  label,
}: Pick<KeptLine, 'matchId' | 'mark' | 'label'>): boolean =>
  matchId === undefined && (mark === 'apart' || (mark === undefined && isPooledMirror(label)));
