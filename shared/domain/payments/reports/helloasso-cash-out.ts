import { negateCents, zeroCents } from '../../money.ts';
import type { MovementKind } from '../movement.ts';
import type { Cells, Layout } from './layout.ts';
import type { RowReading } from './report.ts';
import {
  noonOf,
  writtenAmount,
  writtenDay,
  writtenId,
  writtenText,
  type AmountUnit,
} from './row.ts';

/**
 * The export of one payout of HelloAsso, as its back office and its API give it. Its documentation
 * does not say whether amounts are euros or cents: they are compared with known payments.
 */
export const helloAssoCashOut: Layout = {
  id: 'helloasso-versement',
  name: 'Export d’un versement HelloAsso',
  house: 'helloasso',
  titles: ['cashOutId', 'cashOutDate', 'paymentId', 'credit', 'debit'],
  unit: undefined,
  amountTitle: 'credit',
  paymentTitle: 'paymentId',
  read: readRow,
};

const isEmpty = (text: string): boolean => text === '' || /^0+(?:[.,]0+)?$/u.test(text);

function kindOf(cells: Cells, isDebit: boolean): MovementKind {
  const told = `${cells.at('operationType')} ${cells.at('paymentStatus')}`;
  if (/Contest/iu.test(told) && (isDebit || /ContestationCancelled/iu.test(told))) return 'dispute';
  if (/RefundCancelled/iu.test(told) || isDebit) return 'refund';
  return 'charge';
}

function readRow(cells: Cells, unit: AmountUnit): RowReading {
  const { at, reference, row } = cells;
  const isDebit = isEmpty(at('credit'));
  const amount = writtenAmount(at(isDebit ? 'debit' : 'credit'), unit);
  const paymentId = writtenId(at('paymentId'));
  const arrivalOn = writtenDay(at('cashOutDate'));
  const paidOn = writtenDay(at('paymentDate'));
  const id = writtenId(at('cashOutId'));
  if (amount === undefined || amount === 0) return problem('Le montant est illisible.');
  if (paymentId === undefined) return problem('La référence du paiement manque.');
  if (id === undefined || arrivalOn === undefined)
    return problem('Le numéro ou la date du versement manque.');
  if (paidOn === undefined) return problem('La date du paiement est illisible.');
  const kind = kindOf(cells, isDebit);
  const grossCents = isDebit && amount > 0 ? negateCents(amount) : amount;
  return {
    kind: 'line',
    line: {
      row,
      movement: {
        movementId: `${kind}.${paymentId}${kind === 'charge' ? '' : `.${id}.${grossCents}`}`,
        kind,
        paymentId,
        familyReference: reference,
        campaign: writtenText(at('campaignName')),
        payerName: writtenText(`${at('payerFirstName')} ${at('payerLastName')}`),
        grossCents,
        feeCents: zeroCents,
        netCents: grossCents,
        paidAt: noonOf(paidOn),
      },
      payout: { id, arrivalOn, bankReference: id },
    },
  };
}

const problem = (message: string): RowReading => ({ kind: 'problem', message });
