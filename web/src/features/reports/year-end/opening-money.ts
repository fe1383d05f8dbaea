import { currentAmong, type Successor } from '#shared/domain/bank/register/succession.ts';
import { formatAmountField, zeroCents, type Cents } from '#shared/domain/money.ts';
import { listBankAccounts } from '#web/api/bank.ts';
import { findYear } from '#web/api/ledger.ts';

/** One place where money was on 1 September; `name` is the field of the request. */
export interface Place {
  readonly name: 'bankCents' | 'postalCents' | 'cashCents';
  readonly label: string;
  readonly hint?: string;
  /** What the form starts with, as it is typed. */
  readonly start: string;
  /** What to say when nothing readable is typed. */
  readonly missing: string;
}

/** What is known of an opening: the accounts at the bank, and what the year before left. */
export const openingQuery = (coopId: string, previous: string | undefined) => ({
  queryKey: ['bank', coopId, 'opening', previous],
  queryFn: async () => {
    const [{ bankAccounts }, before] = await Promise.all([
      listBankAccounts({ coopId }),
      previous === undefined ? undefined : findYear({ coopId, yearId: previous }),
    ]);
    return placesOf(bankAccounts, before?.balanceCents);
  },
});

/**
 * Where the money may have been. The second account is asked for unless the year before shows that
 * there is none; a first year cannot tell, and starts it at zero.
 */
function placesOf(
  accounts: readonly (Successor & { readonly label: string })[],
  left: Readonly<Record<string, Cents>> | undefined,
): readonly Place[] {
  const labelOf = (number: string) =>
    currentAmong(accounts).find(({ accountNumber }) => accountNumber === number)?.label;
  const startOf = (number: string) => (left ? formatAmountField(left[number] ?? zeroCents) : '');
  const hasSecond = labelOf('514') !== undefined || !left || (left['514'] ?? 0) !== 0;
  const bank: Place = {
    name: 'bankCents',
    label: labelOf('512') ?? 'En banque',
    start: startOf('512'),
    missing: 'Indiquez le solde de la banque au 1er septembre.',
  };
  const second: Place = {
    name: 'postalCents',
    label: labelOf('514') ?? 'Second compte (514)',
    ...(labelOf('514') === undefined && {
      hint: 'Compte postal ou livret\u202F; 0 s’il n’y en a pas.',
    }),
    start: startOf('514') || formatAmountField(zeroCents),
    missing: 'Indiquez le solde du second compte au 1er septembre, 0 s’il n’y en a pas.',
  };
  const cash: Place = {
    name: 'cashCents',
    label: 'En caisse',
    start: startOf('530'),
    missing: 'Indiquez ce que contient la caisse, 0 si elle est vide.',
  };
  return hasSecond ? [bank, second, cash] : [bank, cash];
}
