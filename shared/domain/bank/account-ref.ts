/** A French account in its parts; what is not told is empty. */
interface AccountParts {
  readonly bank: string;
  readonly branch: string;
  readonly account: string;
}

const bare = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/gu, '');
const withoutZeros = (text: string): string => bare(text).replace(/^0+(?=.)/u, '');

const ribPattern = /^(\d{5})(\d{5})([A-Z0-9]{11})(?:\d{2})?$/u;

/** A French IBAN, a RIB with or without its key, or the parts that a file separates. */
function partsOf(reference: string): AccountParts {
  const text = bare(reference);
  const [, bank = '', branch = '', account = ''] =
    ribPattern.exec(/^FR\d{2}[A-Z0-9]{23}$/u.test(text) ? text.slice(4) : text) ?? [];
  if (bank !== '') return { bank, branch, account: withoutZeros(account) };
  const parts = reference.split(/[-/\s]+/u).filter(Boolean);
  const [first = '', second = '', third = ''] = parts;
  if (parts.length === 3 || (parts.length === 4 && /^\d{2}$/u.test(parts[3] ?? '')))
    return {
      bank: withoutZeros(first),
      branch: withoutZeros(second),
      account: withoutZeros(third),
    };
  if (parts.length === 2)
    return { bank: withoutZeros(first), branch: '', account: withoutZeros(second) };
  return { bank: '', branch: '', account: withoutZeros(reference) };
}

const agree = (one: string, other: string): boolean =>
  one === '' || other === '' || withoutZeros(one) === withoutZeros(other);

/**
 * Whether two references name the same account, however each is written: CFONB
 * `bank-branch-account`, OFX `bank/branch/account`, RIB, French IBAN, another IBAN or number.
 */
export function isSameAccount(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  if (a.account === '') return false;
  return agree(a.bank, b.bank) && agree(a.branch, b.branch) && a.account === b.account;
}
