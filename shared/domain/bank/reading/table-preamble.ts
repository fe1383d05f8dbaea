import type { Day } from '../../dates.ts';
import type { Cents } from '../../money.ts';
import { searchable } from '../../text.ts';
import { writtenAmount } from './amount-text.ts';
import type { Row } from './csv-rows.ts';
import { looksLikeDate, writtenDay } from './day-text.ts';

/** What the rows around a table say of the account. */
export interface Surroundings {
  account: string;
  currency: string | undefined;
  openingCents: Cents | null;
  closingCents: Cents | null;
  closingOn: Day | null;
  from: Day | null;
  to: Day | null;
  /** How many operations the bank announces. */
  announced: number | undefined;
}

export const noSurroundings = (): Surroundings => ({
  account: '',
  currency: undefined,
  openingCents: null,
  closingCents: null,
  closingOn: null,
  from: null,
  to: null,
  announced: undefined,
});

const french = (text: string): Day | null => writtenDay(text, 'dmy');
const amountIn = (text: string): Cents | null => writtenAmount(text, ',');

/**
 * Takes in one row that is no operation: the account, the balances and the period, as each bank
 * writes them. False when the row says none of this.
 */
export function takeSurrounding(told: Surroundings, row: Row): boolean {
  return (
    takeBalance(told, row) ||
    takeSummary(told, row) ||
    takeAccount(told, row) ||
    takeDate(told, row)
  );
}

/** `Solde (EUROS) ;887,61`, `Solde au 19/03/2026 1 234,56 €`, `Solde en début de période;;;;1494,48`. */
function takeBalance(told: Surroundings, { cells }: Row): boolean {
  const [first = '', ...others] = cells;
  const words = searchable(first);
  if (!words.startsWith('solde')) return false;
  if (words.includes('francs')) return true;
  const [, on = '', inline = ''] = /(\d{2}\/\d{2}\/\d{4})\s*:?\s*([+\d-].*)?$/u.exec(first) ?? [];
  const amounts = [...others, inline].map(amountIn).filter((amount) => amount !== null);
  const cents = amounts.at(0) ?? null;
  if (/\b(?:debut|initial|ancien)\b/u.test(words)) told.openingCents = cents;
  else {
    told.closingCents = cents;
    told.closingOn = french(on) ?? told.closingOn;
  }
  return true;
}

/**
 * The one row in which two banks say all: account, period, count, day, balance (Société Générale);
 * name, type, masked account, day, balance (BNP Paribas).
 */
function takeSummary(told: Surroundings, { cells }: Row): boolean {
  const [first = '', second = '', third = '', fourth = '', fifth = '', sixth = ''] = cells;
  if (/^[\dA-Z]{10,34}$/u.test(first) && looksLikeDate(second) && looksLikeDate(third)) {
    told.account = first;
    told.from = french(second);
    told.to = french(third);
    if (/^\d{1,6}$/u.test(fourth)) told.announced = Number(fourth);
    told.closingOn = french(fifth);
    told.closingCents = amountIn(sixth);
    return true;
  }
  if (!/^\*{2,}\w+$/u.test(third) || !looksLikeDate(fourth)) return false;
  told.account = third;
  told.closingOn = french(fourth);
  told.closingCents = amountIn(sixth) ?? amountIn(fifth);
  return true;
}

/** `Numéro Compte ;1234567A033`, `Numéro de compte : 080…;…`, `Compte Courant carte n° 123…`. */
function takeAccount(told: Surroundings, { cells }: Row): boolean {
  let taken = false;
  for (const [index, cell] of cells.entries()) {
    const [, inline] = /^num[ée]ro (?:de )?compte\s*:?\s*(.*)$/iu.exec(cell) ?? [];
    const [, numbered] = /\bn[°º]\s*([\dA-Z]{5,34})\b/iu.exec(cell) ?? [];
    const [, currency] = /^devise\s*:\s*([A-Z]{3})$/iu.exec(cell) ?? [];
    const account = inline === undefined ? numbered : inline || (cells[index + 1] ?? '');
    if (account !== undefined) told.account = account;
    if (currency !== undefined) told.currency = currency;
    taken ||= account !== undefined || currency !== undefined;
  }
  return taken;
}

/** The line `Date;15/03/2026`, which says the day of the balance. */
function takeDate(told: Surroundings, { cells }: Row): boolean {
  const [first = '', second = ''] = cells;
  if (searchable(first) !== 'date') return false;
  told.closingOn = french(second) ?? told.closingOn;
  return true;
}
