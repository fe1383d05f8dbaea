import { referenceIn } from '../../collections/reference.ts';
import type { Day } from '../../dates.ts';
import { cents, negateCents, zeroCents, type Cents } from '../../money.ts';
import { searchable } from '../../text.ts';
import type { MovementKind } from '../movement.ts';
import { madeIn } from './made-id.ts';
import type { RowReading } from './report.ts';
import {
  noonOf,
  writtenAmount,
  writtenDay,
  writtenId,
  writtenText,
  type AmountUnit,
  type ReportRow,
} from './row.ts';

/** What a column may hold, the needed ones first. */
export const columnFields = [
  'gross',
  'fee',
  'net',
  'arrivalOn',
  'payoutId',
  'paymentId',
  'paidOn',
  'reference',
  'payer',
  'campaign',
] as const;
export type ColumnField = (typeof columnFields)[number];

/** Where each thing is: the place of its column, from 0. */
export type ChosenColumns = Readonly<Partial<Record<ColumnField, number>>>;

/** Words that titles are made of, by what they announce; the first that fits is proposed. */
const words: Readonly<Record<ColumnField, RegExp>> = {
  gross: /\b(?:brut|montant paye|montant total|gross|montant du paiement|montant)\b/u,
  fee: /\b(?:commission|commissions|frais|fee|fees)\b/u,
  net: /\b(?:net|montant verse|verse net)\b/u,
  arrivalOn: /\b(?:date (?:du|de) (?:versement|virement|reversement)|payout date|arrival)\b/u,
  payoutId: /\b(?:(?:numero|reference|id)(?: du)? (?:versement|virement|reversement)|payout)\b/u,
  paymentId: /\b(?:(?:numero|reference|id)(?: du| de la)? (?:paiement|transaction)|payment id)\b/u,
  paidOn: /\bdate(?: (?:du|de) paiement)?\b/u,
  reference: /\b(?:reference(?: famille)?|motif|commentaire)\b/u,
  payer: /\b(?:payeur|parent|famille|nom|payer)\b/u,
  campaign: /\b(?:campagne|collecte|cagnotte|projet|intitule)\b/u,
};

/** A first guess from the titles: a column is proposed once, the rest is for a person to say. */
export function proposeColumns(titles: readonly string[]): ChosenColumns {
  const taken = new Set<number>();
  const proposed: Partial<Record<ColumnField, number>> = {};
  const order = [
    'arrivalOn',
    'payoutId',
    'paymentId',
    'fee',
    'net',
    'gross',
    'paidOn',
    'campaign',
    'reference',
    'payer',
  ] as const;
  for (const field of order) {
    const at = titles.findIndex(
      (title, index) => !taken.has(index) && words[field].test(searchable(title)),
    );
    if (at < 0) continue;
    taken.add(at);
    proposed[field] = at;
  }
  return proposed;
}

/** Whether the columns are enough to read payouts, each used once, all of them in the file. */
export function areEnough(columns: ChosenColumns, width: number): boolean {
  const places = Object.values(columns);
  return (
    (columns.gross !== undefined || columns.net !== undefined) &&
    (columns.arrivalOn !== undefined || columns.payoutId !== undefined) &&
    (columns.payoutId === undefined || columns.arrivalOn !== undefined) &&
    new Set(places).size === places.length &&
    places.every((place) => Number.isInteger(place) && place >= 0 && place < width)
  );
}

/** Reads a row of a file whose columns somebody named. */
export function readByColumns(
  { cells, line }: ReportRow,
  columns: ChosenColumns,
  unit: AmountUnit,
): RowReading {
  const at = (field: ColumnField): string => cells[columns[field] ?? -1]?.trim() ?? '';
  const amounts = amountsOf(at, unit);
  const arrivalOn = at('arrivalOn') === '' ? undefined : writtenDay(at('arrivalOn'));
  const paidOn = at('paidOn') === '' ? arrivalOn : writtenDay(at('paidOn'));
  if (typeof amounts === 'string') return problem(amounts);
  if (at('arrivalOn') !== '' && arrivalOn === undefined)
    return problem('La date du versement est illisible (jj/mm/aaaa est attendu).');
  if (paidOn === undefined) return problem('La date du paiement est illisible.');
  const reference = at('reference') || referenceIn(cells.join(' ')) || '';
  // An id is cut: what tells rows apart comes first, what a family quotes may be long.
  const told = [paidOn, amounts.grossCents, reference, at('payer')].join('.');
  const paymentId = writtenId(at('paymentId')) ?? `${madeIn.row}${writtenId(told) ?? line}`;
  const kind = kindOf(amounts.grossCents);
  return {
    kind: 'line',
    line: {
      row: line,
      movement: {
        movementId: kind === 'charge' ? `charge.${paymentId}` : `${kind}.${paymentId}.${paidOn}`,
        kind,
        ...(kind !== 'fee' && { paymentId }),
        familyReference: writtenText(reference),
        campaign: writtenText(at('campaign')),
        payerName: writtenText(at('payer')),
        ...amounts,
        paidAt: noonOf(paidOn),
      },
      ...(arrivalOn && { payout: payoutOn(arrivalOn, at('payoutId')) }),
    },
  };
}

/** A file that numbers no payout has one for each day. */
function payoutOn(arrivalOn: Day, number: string) {
  const id = writtenId(number) ?? `date-${arrivalOn}`;
  return { id, arrivalOn, bankReference: id };
}

const kindOf = (grossCents: Cents): MovementKind => {
  if (grossCents === 0) return 'fee';
  return grossCents > 0 ? 'charge' : 'refund';
};

/** Two of gross, fee and net give the third; a fee is a fee, whichever sign the file gives it. */
function amountsOf(at: (field: ColumnField) => string, unit: AmountUnit) {
  const read = (field: 'gross' | 'fee' | 'net') =>
    at(field) === '' ? undefined : (writtenAmount(at(field), unit) ?? null);
  const [gross, fee, net] = [read('gross'), read('fee'), read('net')];
  if (gross === null || fee === null || net === null) return 'Un montant est illisible.';
  if (gross === undefined && net === undefined) return 'Le montant manque.';
  const told = fee ?? (gross !== undefined && net !== undefined ? cents(gross - net) : zeroCents);
  const grossCents = gross ?? cents((net ?? 0) + Math.abs(told));
  const netCents = net ?? cents(grossCents - Math.abs(told));
  const feeCents = [told, negateCents(told)].find((one) => grossCents - one === netCents);
  if (feeCents === undefined) return 'Le net n’est pas le brut moins la commission.';
  return { grossCents, feeCents, netCents };
}

const problem = (message: string): RowReading => ({ kind: 'problem', message });
