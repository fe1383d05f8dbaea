/** A French account in its parts; what is not told is empty. */
interface AccountParts {
  readonly bank: string;
  readonly branch: string;
  readonly account: string;
}

const bare = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/gu, '');
const withoutZeros = (text: string): string => bare(text).replace(/^0+(?=.)/u, '');

/** Branch and account without the bank, as Société Générale writes them. */
const branchPattern = /^(\d{5})([A-Z0-9]{11})$/u;

const ribPattern = /^(\d{5})(\d{5})([A-Z0-9]{11})(?:\d{2})?$/u;

/** A French IBAN, a RIB with or without its key, or the parts that a file separates. */
function partsOf(reference: string): AccountParts {
  const text = bare(reference);
  const rib = ribPattern.exec(/^FR\d{2}[A-Z0-9]{23}$/u.test(text) ? text.slice(4) : text);
  if (rib) return partsIn(rib.slice(1));
  const branch = branchPattern.exec(reference.trim().toUpperCase());
  return branch ? partsIn(['', ...branch.slice(1)]) : separatedParts(reference);
}

const partsIn = ([bank = '', branch = '', account = '']: readonly string[]): AccountParts => ({
  bank,
  branch,
  account: withoutZeros(account),
});

/** `bank-branch-account`, with a key or not; `bank/account`; an account alone. */
function separatedParts(reference: string): AccountParts {
  const parts = reference
    .split(/[-/\s]+/u)
    .filter(Boolean)
    .map(withoutZeros);
  const [first = '', second = '', third = ''] = parts;
  if (parts.length === 3 || (parts.length === 4 && /^\d{1,2}$/u.test(parts[3] ?? '')))
    return { bank: first, branch: second, account: third };
  return parts.length === 2
    ? { bank: first, branch: '', account: second }
    : { bank: '', branch: '', account: withoutZeros(reference) };
}

/** What stands before the account alone may be its branch, and not its bank. */
const isBranchOf = (one: AccountParts, other: AccountParts): boolean =>
  one.branch === '' && agree(one.bank, other.branch);

const agree = (one: string, other: string): boolean =>
  one === '' || other === '' || withoutZeros(one) === withoutZeros(other);

/** `****1234`: all that some banks print of an account. */
const maskedPattern = /^\*{2,}(\w{3,})$/u;

/**
 * Whether two references name the same account, however each is written: CFONB
 * `bank-branch-account`, OFX `bank/branch/account`, RIB, French IBAN, another IBAN or number, bank
 * and account, branch and account (LCL), the end of a number behind stars (BNP Paribas).
 */
export function isSameAccount(one: string, other: string): boolean {
  const endOf = (text: string): string | undefined => maskedPattern.exec(text.trim())?.[1];
  const [end, otherEnd] = [endOf(one), endOf(other)];
  if (end !== undefined) return partsOf(other).account.endsWith(bare(end));
  if (otherEnd !== undefined) return partsOf(one).account.endsWith(bare(otherEnd));
  const [a, b] = [partsOf(one), partsOf(other)];
  if (a.account === '' || a.account !== b.account) return false;
  const asWritten = agree(a.bank, b.bank) && agree(a.branch, b.branch);
  return asWritten || isBranchOf(a, b) || isBranchOf(b, a);
}
