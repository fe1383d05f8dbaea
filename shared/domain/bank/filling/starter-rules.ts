import { platformFeeAccountNumber } from '../../ledger/chart.ts';
import { spelled } from '../matching/words.ts';
import type { Operation } from '../statement.ts';
import { isMoneyOut, type Filling, type LineToFill } from './filling.ts';

/** How lines of one way that bear the words are written, before anybody has written one. */
export interface StarterRule {
  readonly way: 'in' | 'out';
  /** All of them are on the line, as `spelled` writes them. */
  readonly words: readonly string[];
  /** What the line must be; any operation when left out. */
  readonly operation?: Operation | undefined;
  readonly accountNumber: string;
}

/** What every association starts with: data, in the order in which they are tried. */
const shippedRules: readonly StarterRule[] = [
  { way: 'out', words: ['occe', 'assurance'], accountNumber: '6168' },
  { way: 'out', words: ['occe'], accountNumber: '6281' },
  { way: 'out', words: [], operation: 'fee', accountNumber: platformFeeAccountNumber },
  { way: 'out', words: ['tenue', 'compte'], accountNumber: platformFeeAccountNumber },
  { way: 'in', words: ['interets'], accountNumber: '7610' },
];

/**
 * What the label alone says: the first rule that fits, those of the association before the shipped
 * ones. Rules: FILL-1 (docs/rules.md).
 */
export function startedWith(
  line: LineToFill,
  ofAssociation: readonly StarterRule[] = [],
): Filling | undefined {
  const written = new Set(spelled(`${line.label} ${line.details ?? ''}`).split(' '));
  const rule = [...ofAssociation, ...shippedRules].find(
    ({ way, words, operation }) =>
      (way === 'out') === isMoneyOut(line) &&
      (operation === undefined || operation === line.operation) &&
      words.every((word) => written.has(word)),
  );
  return rule && { accountNumber: rule.accountNumber };
}
