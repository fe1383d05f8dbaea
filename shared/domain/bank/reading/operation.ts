import type { Cents } from '../../money.ts';
import { searchable } from '../../text.ts';
import type { Operation } from '../statement.ts';

/** The interbank codes of CFONB. 05 is a transfer RECEIVED, 06 one issued. */
const operationOfCode: Readonly<Record<string, Operation>> = {
  '01': 'cheque',
  '02': 'chequeDeposit',
  '03': 'returned',
  '04': 'cashDeposit',
  '05': 'transferIn',
  '06': 'transferOut',
  '08': 'directDebit',
  '10': 'returned',
  '11': 'card',
  '12': 'returned',
  '13': 'transferIn',
  '14': 'transferOut',
  '15': 'chequeDeposit',
  '18': 'transferIn',
  '21': 'transferOut',
  '22': 'directDebit',
  '27': 'returned',
  '28': 'card',
  '29': 'card',
  '30': 'payout',
  '36': 'payout',
  '38': 'returned',
  '39': 'transferIn',
  '61': 'fee',
  '62': 'fee',
  '64': 'fee',
  '65': 'fee',
  '66': 'fee',
  '67': 'fee',
  '70': 'fee',
  A3: 'returned',
  A4: 'returned',
  B1: 'directDebit',
  B2: 'directDebit',
  B3: 'returned',
  B4: 'returned',
  C1: 'transferOut',
  C2: 'transferIn',
};

/** The platforms that pay out what families paid, as labels name them. */
const platformPattern =
  /\b(?:helloasso\w*|stripe|gocardless|sumup|jaikan|lemonway|paypal|scellius|payplug|stancer|mangopay|zettle|lydia)\b/u;

type Way = 'in' | 'out' | 'both';

/** The words of French banks, the first that fits; a fee speaks of what it is for, so it is first. */
const labelPatterns: readonly (readonly [RegExp, Way, Operation])[] = [
  [/\bimpayes?\b|\brejet\b/u, 'both', 'returned'],
  [/^(?:f )?(?:frais|cotis\w*|commissions?|agios|interets debiteurs|fact\w* sgt)\b/u, 'out', 'fee'],
  [/^remises? (?:commerciale|d agios)/u, 'both', 'fee'],
  [/^comcb\w*|\bcb com\b/u, 'out', 'fee'],
  [/^remcb\w*|^remises? (?:cb|carte)|^credit carte bancaire/u, 'in', 'payout'],
  [
    /^rem(?:ises?)? (?:de |du |des |d )?(?:\d+ )?(?:chq|chqs|cheques?|n\b)|^remises? \d/u,
    'in',
    'chequeDeposit',
  ],
  [
    /\b(?:versement|depot|vrst)\b.*\b(?:esp|especes|dab|effectue)\b|^(?:versement|vrst)\b/u,
    'in',
    'cashDeposit',
  ],
  [/^(?:cheque|chq)\b/u, 'out', 'cheque'],
  [/^(?:prlv|prelevements?|telereglement|tip)\b/u, 'out', 'directDebit'],
  [
    /^(?:achat cb|cb|carte|paiement (?:cb|psc|par carte)|releve carte|debit carte|retrait)\b/u,
    'both',
    'card',
  ],
  [/^(?:vir|virements?)\b/u, 'in', 'transferIn'],
  [/^(?:vir|virements?)\b/u, 'out', 'transferOut'],
];

/** The types of OFX, for what they are worth: one bank writes CHECK on everything. */
const operationOfType: Readonly<Record<string, Operation>> = {
  DIRECTDEBIT: 'directDebit',
  POS: 'card',
  ATM: 'card',
  FEE: 'fee',
  SRVCHG: 'fee',
};

export interface Clues {
  readonly code?: string | undefined;
  readonly ofxType?: string | undefined;
  /** What another code of the bank suggests, when words do not tell. */
  readonly hint?: Operation | undefined;
  readonly label: string;
  readonly details?: string | undefined;
  readonly amountCents: Cents;
}

/** What a line is: by the bank's own code if it has one, else by its words, else by its way. */
export function operationOf({
  code,
  ofxType,
  hint,
  label,
  details,
  amountCents,
}: Clues): Operation {
  const way: Way = amountCents < 0 ? 'out' : 'in';
  const words = searchable(label);
  const found =
    (code !== undefined ? operationOfCode[code] : undefined) ??
    labelPatterns.find(
      ([pattern, only]) => (only === 'both' || only === way) && pattern.test(words),
    )?.[2] ??
    (ofxType !== undefined ? operationOfType[ofxType] : undefined) ??
    hint ??
    'other';
  const byTransfer = found === 'transferIn' || found === 'other';
  const named = platformPattern.test(`${words} ${searchable(details ?? '')}`);
  return way === 'in' && byTransfer && named ? 'payout' : found;
}
