import { addDays, daysBetween, formatDay } from '../dates.ts';
import { lowestCashCents } from '../ledger/journal.ts';
import { formatCents } from '../money.ts';
import { blocks, counted, numbersOf, passed, warns, type Control } from './control.ts';

/** When the bank sends nothing for an idle August, the statement of July still frames the year. */
const statementAgeMaxDays = 62;

/** The bank against the books on the last day, to the cent. Rules: BANK-1 (docs/rules.md). */
const bankReconciled: Control = ({ snapshot: { reconciliation }, year }) => {
  const code = 'bank_reconciled';
  const { statementOn, gapCents, ledgerCents, notYetDebited, notYetCredited } = reconciliation;
  const endOn = formatDay(year.endOn);
  const waiting = notYetDebited.length + notYetCredited.length;
  if (statementOn === null || gapCents === null)
    return ledgerCents === 0 && waiting === 0
      ? passed(code, 'Aucun mouvement de banque dans l’année.')
      : blocks(
          code,
          `Aucun relevé de banque n’encadre le ${endOn} : importez-le ou notez son solde.`,
        );
  if (daysBetween(statementOn, year.endOn) > statementAgeMaxDays)
    return blocks(
      code,
      `Le dernier relevé s’arrête au ${formatDay(statementOn)} : il en faut un qui encadre le ${endOn}.`,
    );
  return gapCents === 0
    ? passed(code, `La banque et les comptes s’accordent au centime au ${endOn}.`)
    : blocks(
        code,
        `Écart de ${formatCents(gapCents)} entre la banque et les comptes : une opération du relevé n’est pas dans les comptes, ou son montant diffère.`,
      );
};

const depositsCredited: Control = ({ snapshot, allowsUncreditedDeposits }) => {
  const code = 'deposits_credited';
  const { notYetCredited } = snapshot.reconciliation;
  if (notYetCredited.length === 0)
    return passed(code, 'Toutes les remises sont arrivées sur le compte.');
  const message = `${counted(notYetCredited.length, 'remise')} pas encore sur le relevé : ${numbersOf(notYetCredited)}.`;
  return allowsUncreditedDeposits
    ? passed(code, message)
    : warns(
        code,
        `${message} Votre association n’admet que des chèques émis dans le rapprochement.`,
      );
};

/** A French cheque can be cashed for a year and the eight days given to present it. */
const chequeDays = 365 + 8;

const chequesStillValid: Control = ({ snapshot, year }) => {
  const code = 'cheques_still_valid';
  const limit = addDays(year.endOn, -chequeDays);
  const expired = snapshot.reconciliation.notYetDebited.filter(
    ({ chequeNumber, entryDate }) => chequeNumber !== undefined && entryDate < limit,
  );
  return expired.length === 0
    ? passed(code, 'Aucun chèque émis n’est périmé.')
    : warns(
        code,
        `Chèques de plus d’un an et huit jours, jamais débités : ${numbersOf(expired)}. À annuler.`,
      );
};

const cashCounted: Control = ({ snapshot: { cashCount } }) => {
  const code = 'cash_counted';
  const [counted, ledger] = [
    formatCents(cashCount.countedCents),
    formatCents(cashCount.ledgerCents),
  ];
  return cashCount.countedCents === cashCount.ledgerCents
    ? passed(code, `La caisse comptée, ${counted}, est celle des comptes.`)
    : blocks(code, `La caisse comptée (${counted}) n’est pas celle des comptes (${ledger}).`);
};

/** Rules: CASH-1 (docs/rules.md). */
const cashNeverNegative: Control = ({ posted }) => {
  const code = 'cash_never_negative';
  const lowest = lowestCashCents(posted);
  return lowest === 0
    ? passed(code, 'La caisse n’a été négative aucun jour.')
    : blocks(
        code,
        `La caisse est descendue à ${formatCents(lowest)} : une date est fausse, ou une recette manque.`,
      );
};

/** Whether what is on paper is really there. */
export const moneyControls: readonly Control[] = [
  bankReconciled,
  depositsCredited,
  chequesStillValid,
  cashCounted,
  cashNeverNegative,
];
