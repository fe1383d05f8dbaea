/** One value of a message, by its path, shown or hidden. */
export interface MaskedField {
  /** As in `data.payout.amount_cents`. */
  readonly path: string;
  /** Absent when it is hidden. */
  readonly value?: string;
}

/**
 * The last name of what says nothing of a person: ids of the platform, amounts, days and states.
 * Anything else is hidden, and so is what a platform adds tomorrow.
 */
const shownNames = new Set(
  (
    'id type kind status state currency mode amount amount_cents gross gross_cents grossCents ' +
    'fee fee_cents feeCents net net_cents netCents created created_at createdAt timestamp ' +
    'arrival_date arrivalOn paid_at paidAt paidOn heardOn payout payoutId payment_id paymentId ' +
    'movement_id movementId lines_count lineCount livemode resource resource_type action object ' +
    'eventType idCashOut cashOutDate cashOutState uuid detailedStatus operationType creationDate ' +
    'sequenceNumber itemised toldAt trans_status vads_trans_status vads_amount vads_currency ' +
    'vads_operation_type vads_trans_date vads_trans_uuid vads_ctx_mode'
  ).split(' '),
);

/** An id or an amount; a sentence or an address is hidden whatever its name. */
const plain = /^[\w.:+-]{1,64}$/u;

const fieldsMax = 400;
const depthMax = 12;

/** The fields of a message, with only the values that tell nothing of a person. */
export function maskedFields(message: unknown): readonly MaskedField[] {
  const fields: MaskedField[] = [];
  collect(message, '', fields, 0);
  return fields;
}

function collect(value: unknown, path: string, fields: MaskedField[], depth: number): void {
  if (fields.length >= fieldsMax || depth > depthMax) return;
  if (typeof value !== 'object' || value === null) {
    fields.push({ path, ...shownValue(path, value) });
    return;
  }
  for (const [name, inside] of Object.entries(value))
    collect(inside, path === '' ? pathPart(name) : `${path}.${pathPart(name)}`, fields, depth + 1);
}

/** A key may itself be what somebody typed. */
const pathPart = (name: string): string => (/^[\w-]{1,40}$/u.test(name) ? name : '…');

function shownValue(path: string, value: unknown): { readonly value?: string } {
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (!shownNames.has(name)) return {};
  if (typeof value === 'number' || typeof value === 'boolean') return { value: String(value) };
  return typeof value === 'string' && plain.test(value) ? { value } : {};
}
