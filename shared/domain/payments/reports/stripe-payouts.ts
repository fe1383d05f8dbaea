import { addsUp, type MovementKind } from '../movement.ts';
import type { Cells, Layout } from './layout.ts';
import type { RowReading } from './report.ts';
import { noonOf, writtenAmount, writtenDay, writtenId, writtenText } from './row.ts';

/** The itemised report of payouts of Stripe: euros with a point, one row for each movement. */
export const stripePayouts: Layout = {
  id: 'stripe-versements',
  name: 'Rapport détaillé des versements Stripe',
  titles: ['automatic_payout_id', 'balance_transaction_id', 'reporting_category', 'gross', 'net'],
  unit: 'euros',
  read: readRow,
};

const kindOf: Readonly<Record<string, MovementKind>> = {
  charge: 'charge',
  refund: 'refund',
  refund_failure: 'refund',
  partial_capture_reversal: 'refund',
  dispute: 'dispute',
  dispute_reversal: 'dispute',
  fee: 'fee',
  network_cost: 'fee',
};

/** Titles end in `_utc` in reports made for that clock. */
const dayAt = (at: Cells['at'], title: string) => writtenDay(at(title) || at(`${title}_utc`));

function readRow({ at, reference, row }: Cells): RowReading {
  const category = at('reporting_category');
  if (category === 'payout' || category === 'payout_reversal')
    return { kind: 'leftOut', reason: 'payout_row' };
  if (at('currency').toLowerCase() !== 'eur') return problem('Cette opération n’est pas en euros.');
  const movementId = writtenId(at('balance_transaction_id'));
  const paymentId = writtenId(at('payment_intent_id') || at('charge_id') || at('source_id'));
  const grossCents = writtenAmount(at('gross'), 'euros');
  const feeCents = writtenAmount(at('fee') || '0', 'euros');
  const netCents = writtenAmount(at('net'), 'euros');
  const paidOn = dayAt(at, 'created');
  const payoutId = writtenId(at('automatic_payout_id'));
  const arrivalOn = dayAt(at, 'automatic_payout_effective_at');
  if (movementId === undefined || paidOn === undefined)
    return problem('Le numéro ou la date de l’opération manque.');
  if (grossCents === undefined || feeCents === undefined || netCents === undefined)
    return problem('Un montant est illisible.');
  if (payoutId !== undefined && arrivalOn === undefined)
    return problem('La date du versement est illisible.');
  const movement = {
    movementId,
    kind: kindOf[category] ?? ('adjustment' as const),
    paymentId,
    familyReference: reference,
    campaign: writtenText(at('description')),
    grossCents,
    feeCents,
    netCents,
    paidAt: noonOf(paidOn),
  };
  if (!addsUp(movement)) return problem('Le net n’est pas le brut moins la commission.');
  const payout =
    payoutId !== undefined && arrivalOn !== undefined
      ? { payout: { id: payoutId, arrivalOn, bankReference: payoutId } }
      : {};
  return { kind: 'line', line: { row, movement, ...payout } };
}

const problem = (message: string): RowReading => ({ kind: 'problem', message });
