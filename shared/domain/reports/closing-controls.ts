import { formatDay } from '../dates.ts';
import { classAdvanceAccountNumber, openingAccountNumber } from '../ledger/chart.ts';
import { movementCents, type PostedEntry } from '../ledger/entry.ts';
import { formatCents, negateCents, sumCents, zeroCents } from '../money.ts';
import { blocks, counted, passed, warns, type Control } from './control.ts';
import { totalOf, type CrfRow } from './operating-statement.ts';

const yearEnded: Control = ({ year, today }) => {
  const code = 'year_ended';
  return today < year.endOn
    ? blocks(code, `L’exercice court jusqu’au ${formatDay(year.endOn)} : le CRF se dépose ensuite.`)
    : passed(code, `L’exercice est arrivé à son terme le ${formatDay(year.endOn)}.`);
};

/** Years close in their order: the opening of one is the closing of the other. */
const previousYearClosed: Control = ({ previousYearIsOpen }) =>
  previousYearIsOpen
    ? blocks(
        'previous_year_closed',
        'L’exercice précédent n’est pas clos : déposez d’abord son CRF.',
      )
    : passed('previous_year_closed', 'Aucun exercice antérieur n’attend son CRF.');

const draftsRemaining: Control = ({ entries }) => {
  const code = 'drafts_remaining';
  const count = entries.filter(({ status }) => status === 'draft').length;
  return count > 0
    ? blocks(code, `Il reste ${counted(count, 'brouillon')} : à valider ou à supprimer.`)
    : passed(code, 'Il ne reste aucun brouillon.');
};

/** Rules: YEAR-2 (docs/rules.md). */
const openingIsPreviousClosing: Control = ({ posted, previousAssets, snapshot }) => {
  const code = 'opening_is_previous_closing';
  const opening = snapshot.balanceSheet.liabilities[0]?.amountCents ?? zeroCents;
  const written = formatCents(opening);
  if (!previousAssets)
    return opening === 0
      ? passed(code, 'La coopérative commence sans report à nouveau.')
      : warns(code, `Le CRF précédent n’est pas dans le portail : son total doit être ${written}.`);
  const left = totalOf(previousAssets);
  if (opening !== left)
    return blocks(
      code,
      `Le report à nouveau (${written}) n’est pas le solde du CRF précédent (${formatCents(left)}).`,
    );
  const moved = accountsMoved(posted, previousAssets);
  return moved.length === 0
    ? passed(code, `Le report à nouveau, ${written}, est le solde du CRF précédent.`)
    : warns(
        code,
        `Le report à nouveau, ${written}, est juste au total, mais pas par compte (${moved.join(', ')})\u00A0: un virement interne le corrige.`,
      );
};

/** The accounts that do not start with what the year before left on them. */
function accountsMoved(posted: readonly PostedEntry[], left: readonly CrfRow[]): readonly string[] {
  const opened = posted.filter(({ kind }) => kind === 'opening').flatMap(({ lines }) => lines);
  const accountNumbers = [
    ...left.map(({ line }) => line),
    ...opened.map(({ accountNumber }) => accountNumber),
  ];
  return [...new Set(accountNumbers)]
    .filter((number) => number !== openingAccountNumber)
    .filter(
      (number) =>
        movementCents(opened, number) !== totalOf(left.filter(({ line }) => line === number)),
    )
    .toSorted();
}

const subsidiesExplained: Control = ({ chart, snapshot, year }) => {
  const code = 'subsidies_explained';
  const receivedCents = negateCents(
    sumCents(
      chart.accounts
        .filter(({ publicSubsidy }) => publicSubsidy === true)
        .map(({ accountNumber }) => year.balanceCents[accountNumber] ?? zeroCents),
    ),
  );
  const listedCents = sumCents(snapshot.subsidies.map(({ amountCents }) => amountCents));
  const [received, listed] = [formatCents(receivedCents), formatCents(listedCents)];
  if (receivedCents !== listedCents)
    return blocks(
      code,
      `Le tableau des subventions donne ${listed}, les comptes ${received} : complétez le tableau.`,
    );
  return passed(
    code,
    receivedCents === 0
      ? 'Aucune subvention publique dans l’année.'
      : `Le tableau des subventions explique les ${received} reçus.`,
  );
};

const advancesSettled: Control = ({ year }) => {
  const code = 'advances_settled';
  const leftCents = year.balanceCents[classAdvanceAccountNumber] ?? zeroCents;
  return leftCents === 0
    ? passed(code, 'Les régies d’avance sont soldées.')
    : warns(
        code,
        `Régies d’avance non soldées : ${formatCents(leftCents)} à justifier ou à rendre.`,
      );
};

/** Income belongs to the year in which families paid. Rules: PAYOUT-1, YEAR-1 (docs/rules.md). */
const platformsSettled: Control = ({ heldByPlatforms: held = [] }) => {
  const code = 'platforms_settled';
  const leftCents = sumCents(held.map(({ netCents }) => netCents));
  return held.length === 0
    ? passed(code, 'Aucune plateforme ne gardait d’argent de l’exercice le dernier jour.')
    : warns(
        code,
        `Les plateformes gardaient ${formatCents(leftCents)} (${counted(held.length, 'opération')}) le dernier jour\u00A0: constatez-les dans l’exercice.`,
      );
};

/** Rules: VOUCHER-1 (docs/rules.md). */
const vouchersJoined: Control = ({ snapshot: { withoutVoucherCount: count } }) => {
  const code = 'vouchers_joined';
  return count === 0
    ? passed(code, 'Chaque dépense a sa pièce justificative.')
    : warns(code, `${counted(count, 'dépense')} sans pièce justificative.`);
};

/** Whether everything that the year needs before it closes was done. */
export const closingControls: readonly Control[] = [
  yearEnded,
  previousYearClosed,
  draftsRemaining,
  openingIsPreviousClosing,
  subsidiesExplained,
  advancesSettled,
  platformsSettled,
  vouchersJoined,
];
