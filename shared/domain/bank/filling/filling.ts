import type { StatementLine } from '../statement.ts';
import { namesIn } from '../matching/words.ts';

/** What the entry that a line lacks starts with. It fills a form, no more: nothing is posted. */
export interface Filling {
  readonly accountNumber: string;
  readonly projectId?: string | undefined;
  readonly counterparty?: string | undefined;
  readonly label?: string | undefined;
}

/** What of a line tells how it is written. */
export type LineToFill = Pick<StatementLine, 'amountCents' | 'operation' | 'label' | 'details'>;

export const isMoneyOut = ({ amountCents }: LineToFill): boolean => amountCents < 0;

const months = new Set(
  (
    'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre ' +
    'janv fevr avr juil sept oct nov dec'
  ).split(' '),
);

/** The words of a line that come again with the next one like it: no number, date nor month. */
export const lastingWords = ({ label, details = '' }: LineToFill): ReadonlySet<string> =>
  new Set(namesIn(`${label} ${details}`).filter((word) => !months.has(word)));
