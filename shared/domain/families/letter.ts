import type { Day } from '../dates.ts';
import type { Instalment } from '../collections/instalments.ts';
import type { PaperCoop } from '../documents/payout-voucher.ts';
import type { Cents } from '../money.ts';

/** What the letter to one family says. */
export interface Letter {
  readonly pupil: string;
  readonly className: string;
  readonly reference: string;
  readonly expectedCents: Cents;
  readonly instalments: readonly Instalment[];
  /** The page of the family. */
  readonly url: string;
}

/** The letters of a collecte, one for each family. */
export interface Letters {
  readonly coop: PaperCoop;
  readonly title: string;
  readonly purpose?: string | undefined;
  readonly isFree: boolean;
  readonly paysOnline: boolean;
  readonly dueOn: Day;
  readonly startsOn?: Day | undefined;
  readonly endsOn?: Day | undefined;
  readonly letters: readonly Letter[];
  readonly generatedAt: string;
}
