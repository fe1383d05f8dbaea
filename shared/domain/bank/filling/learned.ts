import type { PostedEntry } from '../../ledger/entry.ts';
import { isMoneyOut, lastingWords, type Filling, type LineToFill } from './filling.ts';

/** A line and the entry that somebody said it is, alone on either side. */
export interface Confirmed {
  readonly line: LineToFill;
  readonly entry: PostedEntry;
  /** When they were matched. */
  readonly at: string;
}

/** What the last lines of the same words were written as, and the entries that say so. */
export interface Learned {
  readonly filling: Filling;
  readonly entries: readonly PostedEntry[];
}

/** One confirmation proves nothing; two equal ones do, until one says otherwise. */
const confirmationsMin = 2;

/**
 * The rule that confirmations teach: lines that go the same way, by the same operation where it is
 * known, with the same words, are written on the account of the last two of them if that is one
 * account. So one contradiction retires a rule, and two equal ones after it teach the next. What
 * else both entries agree on comes with the account. Rules: FILL-1 (docs/rules.md).
 */
export function learned(line: LineToFill, confirmed: readonly Confirmed[]): Learned | undefined {
  const words = lastingWords(line);
  if (words.size === 0) return undefined;
  const last = confirmed
    .filter((one) => isAlike(one.line, line) && isSameSet(lastingWords(one.line), words))
    .toSorted((one, other) => one.at.localeCompare(other.at))
    .slice(-confirmationsMin);
  const [first, ...others] = last.map(fillingOf);
  if (!first || last.length < confirmationsMin) return undefined;
  const agree = (name: keyof Filling): boolean =>
    others.every((other) => other?.[name] === first[name]);
  if (!agree('accountNumber')) return undefined;
  const { accountNumber, projectId, counterparty, label } = first;
  return {
    filling: {
      accountNumber,
      ...(agree('projectId') && { projectId }),
      ...(agree('counterparty') && { counterparty }),
      ...(agree('label') && { label }),
    },
    entries: last.map(({ entry }) => entry),
  };
}

/** The same way, by the same operation as far as the bank told it both times. */
const isAlike = (one: LineToFill, other: LineToFill): boolean =>
  isMoneyOut(one) === isMoneyOut(other) &&
  (one.operation === other.operation || [one.operation, other.operation].includes('other'));

const isSameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((word) => other.has(word));

/** How the entry would be written again; nothing when its amount went to several accounts. */
function fillingOf({ line, entry }: Confirmed): Filling | undefined {
  const { kind, lines, counterparty, label } = entry;
  const [purpose, ...more] = lines.filter(({ accountNumber }) => /^[67]/u.test(accountNumber));
  if (kind !== (isMoneyOut(line) ? 'expense' : 'income') || !purpose || more.length > 0)
    return undefined;
  const { accountNumber, projectId } = purpose;
  return { accountNumber, projectId, counterparty, label };
}
