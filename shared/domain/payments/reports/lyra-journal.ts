import { cents, negateCents, zeroCents } from '../../money.ts';
import type { Cells, Layout } from './layout.ts';
import { madeIn } from './made-id.ts';
import type { RowReading } from './report.ts';
import { noonOf, writtenAmount, writtenDay, writtenId, writtenText } from './row.ts';

const euro = '978';

/**
 * The bank reconciliation journal of Lyra's platforms (PayZen, Scellius…), second version: amounts
 * in the smallest unit, one payout for each remittance of a contract.
 */
export const lyraJournal: Layout = {
  id: 'lyra-jrb',
  name: 'Journal de rapprochement bancaire (PayZen, Scellius)',
  house: 'lyra',
  isGivenByOthers: true,
  titles: ['TRANSACTION_ID', 'REMITTANCE_NB', 'BRUT_AMOUNT', 'COMMISSION_AMOUNT'],
  unit: 'cents',
  read: readRow,
};

function readRow({ at, row }: Cells): RowReading {
  if (at('CURRENCY_CODE') !== euro) return problem('Cette opération n’est pas en euros.');
  if (!at('MATCH_STATUS').startsWith('MATCH_OK')) return { kind: 'leftOut', reason: 'not_matched' };
  const amounts = amountsOf(at);
  const paidOn = writtenDay(at('PAYMENT_DATE'));
  const arrivalOn = writtenDay(at('REMITTANCE_DATE'));
  const remittance = writtenId(at('REMITTANCE_NB'));
  const transaction = writtenId(at('TRANSACTION_ID'));
  const contract = writtenId(at('CONTRACT')) ?? '0';
  if (typeof amounts === 'string') return problem(amounts);
  if (paidOn === undefined || arrivalOn === undefined)
    return problem('La date du paiement ou de la remise est illisible.');
  if (remittance === undefined || transaction === undefined)
    return problem('Le numéro de la transaction ou de la remise manque.');
  const paymentId = `${madeIn.journal}${contract}.${paidOn}.${transaction}`;
  return {
    kind: 'line',
    line: {
      row,
      movement: {
        movementId: paymentId,
        paymentId,
        familyReference: writtenText(at('ORDER_ID')),
        paidAt: noonOf(paidOn),
        ...amounts,
      },
      payout: {
        id: `${contract}.${arrivalOn}.${remittance}`,
        arrivalOn,
        bankReference: remittance,
      },
    },
  };
}

/** `DT` is what a family paid, `CT` what went back to it, whose gross is written without a sign. */
function amountsOf(at: Cells['at']) {
  const operation = at('OPERATION_TYPE');
  const brutCents = writtenAmount(at('BRUT_AMOUNT'), 'cents');
  const netCents = writtenAmount(at('NET_AMOUNT'), 'cents');
  const commissionCents = writtenAmount(at('COMMISSION_AMOUNT'), 'cents') ?? zeroCents;
  if (operation !== 'DT' && operation !== 'CT') return 'Le type d’opération est inconnu.';
  if (brutCents === undefined || brutCents === 0) return 'Le montant brut est illisible.';
  if (netCents === undefined) return 'Le montant net manque\u00A0: la banque ne l’a pas donné.';
  const size = cents(Math.abs(brutCents));
  const grossCents = operation === 'CT' ? negateCents(size) : size;
  const feeCents = cents(grossCents - netCents);
  if (Math.abs(feeCents) !== Math.abs(commissionCents))
    return 'Le net n’est pas le brut moins la commission.';
  return {
    kind: operation === 'CT' ? ('refund' as const) : ('charge' as const),
    grossCents,
    feeCents,
    netCents,
  };
}

const problem = (message: string): RowReading => ({ kind: 'problem', message });
