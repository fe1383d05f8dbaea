import { totalCents } from '../ledger/entry.ts';
import { cents, formatCents, zeroCents } from '../money.ts';
import { blocks, counted, numbersOf, passed, type Control } from './control.ts';
import { refoldBalances, refoldCrf } from './operating-statement.ts';

const entriesBalanced: Control = ({ posted }) => {
  const code = 'entries_balanced';
  const wrong = posted.filter(
    ({ lines }) => totalCents(lines, 'debit') !== totalCents(lines, 'credit'),
  );
  return wrong.length > 0
    ? blocks(code, `Écritures non équilibrées : ${numbersOf(wrong)}.`)
    : passed(code, `${counted(posted.length, 'écriture')}, toutes équilibrées au centime.`);
};

const numbersWithoutGap: Control = ({ posted, year }) => {
  const code = 'numbers_without_gap';
  const numbers = new Set(posted.map(({ number }) => number));
  const isWhole =
    numbers.size === year.lastNumber &&
    posted.length === year.lastNumber &&
    [...numbers].every((number) => number >= 1 && number <= year.lastNumber);
  return isWhole
    ? passed(code, `Les numéros se suivent de 1 à ${year.lastNumber}.`)
    : blocks(code, 'La suite des numéros d’écriture est rompue. Prévenez le siège.');
};

/** The balances that postings keep, against those counted again from the entries. */
const balancesAreEntries: Control = ({ posted, year }) => {
  const code = 'balances_are_entries';
  const refolded = refoldBalances(posted);
  const differing = [...new Set([...Object.keys(refolded), ...Object.keys(year.balanceCents)])]
    .filter((number) => (refolded[number] ?? 0) !== (year.balanceCents[number] ?? 0))
    .toSorted();
  return differing.length > 0
    ? blocks(
        code,
        `Les soldes ne sont pas la somme des écritures (${differing.join(', ')}). Prévenez le siège.`,
      )
    : passed(code, 'Les soldes, recomptés depuis les écritures, sont justes.');
};

/** Income less expense, from the entries, is what the money moved by, from the balances. */
const resultIsMoneyMove: Control = ({ posted, chart, snapshot }) => {
  const code = 'result_is_money_move';
  const { resultCents } = refoldCrf(posted, chart);
  const { totalAssetsCents, liabilities } = snapshot.balanceSheet;
  const movedCents = cents(totalAssetsCents - (liabilities[0]?.amountCents ?? zeroCents));
  const [result, moved] = [formatCents(resultCents), formatCents(movedCents)];
  return resultCents === movedCents
    ? passed(code, `Le résultat, ${result}, est la variation de l’argent dans l’année.`)
    : blocks(code, `Le résultat (${result}) n’est pas la variation de l’argent (${moved}).`);
};

const transfersNetZero: Control = ({ posted }) => {
  const code = 'transfers_net_zero';
  const transfers = posted.filter(({ kind }) => kind === 'transfer');
  const wrong = transfers.filter(({ lines }) =>
    lines.some(({ accountNumber }) => /^[67]/u.test(accountNumber)),
  );
  return wrong.length > 0
    ? blocks(code, `Virements internes avec une recette ou une dépense : ${numbersOf(wrong)}.`)
    : passed(
        code,
        `${counted(transfers.length, 'virement interne', 'virements internes')}, de somme nulle.`,
      );
};

/** Whether the books hold together, by themselves. */
export const booksControls: readonly Control[] = [
  entriesBalanced,
  numbersWithoutGap,
  balancesAreEntries,
  resultIsMoneyMove,
  transfersNetZero,
];
