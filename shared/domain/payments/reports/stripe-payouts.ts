import { isStripePayout, stripeMovement } from '../stripe-movement.ts';
import type { Cells, Layout } from './layout.ts';
import type { RowReading } from './report.ts';
import { noonOf, writtenAmount, writtenDay, writtenId, writtenText } from './row.ts';

/** The itemised report of payouts of Stripe: euros with a point, one row for each movement. */
export const stripePayouts: Layout = {
  id: 'stripe-versements',
  name: 'Rapport détaillé des versements Stripe',
  house: 'stripe',
  titles: ['automatic_payout_id', 'balance_transaction_id', 'reporting_category', 'gross', 'net'],
  unit: 'euros',
  read: readRow,
};

/** Titles end in `_utc` in reports made for that clock. */
const dayAt = (at: Cells['at'], title: string) => writtenDay(at(title) || at(`${title}_utc`));

function readRow(cells: Cells): RowReading {
  const { at, reference, row } = cells;
  const category = at('reporting_category');
  if (isStripePayout(category)) return { kind: 'leftOut', reason: 'payout_row' };
  if (at('currency').toLowerCase() !== 'eur') return problem('Cette opération n’est pas en euros.');
  const movementId = writtenId(at('balance_transaction_id'));
  const paidOn = dayAt(at, 'created');
  const amounts = amountsOf(at);
  const payout = payoutOf(at);
  if (movementId === undefined || paidOn === undefined)
    return problem('Le numéro ou la date de l’opération manque.');
  if (typeof amounts === 'string') return problem(amounts);
  if (payout === 'undated') return problem('La date du versement est illisible.');
  const movement = {
    ...stripeMovement({
      movementId,
      category,
      intentId: writtenId(at('payment_intent_id')),
      chargeId: writtenId(at('charge_id')),
      sourceId: writtenId(at('source_id')),
      ...amounts,
    }),
    familyReference: reference,
    campaign: writtenText(at('description')),
    paidAt: noonOf(paidOn),
  };
  return { kind: 'line', line: { row, movement, ...(payout && { payout }) } };
}

function amountsOf(at: Cells['at']) {
  const grossCents = writtenAmount(at('gross'), 'euros');
  const feeCents = writtenAmount(at('fee') || '0', 'euros');
  const netCents = writtenAmount(at('net'), 'euros');
  if (grossCents === undefined || feeCents === undefined || netCents === undefined)
    return 'Un montant est illisible.';
  return grossCents - feeCents === netCents
    ? { grossCents, feeCents, netCents }
    : 'Le net n’est pas le brut moins la commission.';
}

/** Undefined while the movement is not paid out. */
function payoutOf(at: Cells['at']) {
  const id = writtenId(at('automatic_payout_id'));
  const arrivalOn = dayAt(at, 'automatic_payout_effective_at');
  if (id === undefined) return undefined;
  return arrivalOn === undefined ? 'undated' : { id, arrivalOn, bankReference: id };
}

const problem = (message: string): RowReading => ({ kind: 'problem', message });
