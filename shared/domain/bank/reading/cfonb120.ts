import type { Cents } from '../../money.ts';
import { accept, reject, type Result } from '../../result.ts';
import { oneLine } from '../../text.ts';
import {
  cfonbAmount,
  cfonbDay,
  field,
  minorDigitsOf,
  recordsOf,
  type CfonbRecord,
} from './cfonb-record.ts';
import { periodOf, rawText } from './line-parts.ts';
import { operationOf } from './operation.ts';
import {
  fileLinesMax,
  type Statement,
  type StatementLine,
  type StatementRejection,
} from '../statement.ts';

interface Movement {
  readonly record: CfonbRecord;
  readonly complements: CfonbRecord[];
}

interface OpenStatement {
  readonly opening: CfonbRecord;
  readonly movements: Movement[];
}

/** The last position of an amount: a file ends with one, whatever blanks were cut off. */
const amountEnd = 104;

type Read<Value> = Result<Value, StatementRejection>;

/**
 * Reads a CFONB 120 file: old balance (01), movements (04) each with its complements (05), new
 * balance (07), as many times as there are statements. A statement that does not begin or does not
 * end is a file that was cut. All or nothing: one unreadable record refuses the file.
 */
export function readCfonb120(text: string): Read<readonly Statement[]> {
  const statements: Statement[] = [];
  let open: OpenStatement | undefined;
  let lineCount = 0;
  const records = recordsOf(text);
  if ((records.at(-1)?.writtenLength ?? 0) < amountEnd) return reject('statement_truncated');
  for (const record of records) {
    const code = field(record, 1, 2);
    if (code === '01') {
      if (open) return reject('statement_truncated');
      open = { opening: record, movements: [] };
      continue;
    }
    if (!open) return reject('statement_truncated');
    if (code === '07') {
      const statement = statementOf(open, record);
      if (!statement.ok) return statement;
      statements.push(statement.value);
      open = undefined;
    } else if (!addTo(open, code, record)) return reject('statement_unreadable');
    if (code === '04' && (lineCount += 1) > fileLinesMax) return reject('statement_too_large');
  }
  return open ? reject('statement_truncated') : accept(statements);
}

/** Adds a movement or a complement; false for a record that has no place there. */
function addTo({ opening, movements }: OpenStatement, code: string, record: CfonbRecord): boolean {
  if (accountOf(record) !== accountOf(opening)) return false;
  if (code === '04') movements.push({ record, complements: [] });
  const last = movements.at(-1);
  if (code === '05') last?.complements.push(record);
  return last !== undefined && (code === '04' || code === '05');
}

const accountOf = (record: CfonbRecord): string => field(record, 22, 32).trim();

/** The currency and its decimals; some banks leave them blank: euros then. */
function unitOf(record: CfonbRecord) {
  const currency = field(record, 17, 19).trim() || 'EUR';
  const written = field(record, 20, 20);
  const minorDigits = minorDigitsOf(currency);
  return { currency, minorDigits, decimals: /\d/u.test(written) ? Number(written) : minorDigits };
}

const amountOf = (record: CfonbRecord): Cents | null => {
  const { decimals, minorDigits } = unitOf(record);
  return cfonbAmount(field(record, 91, 104), decimals, minorDigits);
};

function statementOf({ opening, movements }: OpenStatement, closing: CfonbRecord): Read<Statement> {
  const openingCents = amountOf(opening);
  const closingCents = amountOf(closing);
  if (openingCents === null || closingCents === null || accountOf(closing) !== accountOf(opening))
    return reject('statement_unreadable');
  const { currency, minorDigits } = unitOf(opening);
  const lines: StatementLine[] = [];
  for (const movement of movements) {
    const line = lineOf(movement);
    if (!line || unitOf(movement.record).currency !== currency)
      return reject('statement_unreadable');
    lines.push(line);
  }
  const openingOn = cfonbDay(field(opening, 35, 40));
  const closingOn = cfonbDay(field(closing, 35, 40));
  if (openingOn === undefined || closingOn === undefined) return reject('statement_unreadable');
  return accept({
    account: [field(opening, 3, 7), field(opening, 12, 16), accountOf(opening)].join('-'),
    currency,
    kind: 'bank',
    openingCents,
    closingCents,
    closingOn,
    ...periodOf([openingOn, closingOn, ...lines.map(({ date }) => date)]),
    ...(minorDigits !== 2 && { minorDigits }),
    lines,
  });
}

function lineOf({ record, complements }: Movement): StatementLine | undefined {
  const amountCents = amountOf(record);
  const valueDate = cfonbDay(field(record, 43, 48));
  const bookedOn = cfonbDay(field(record, 35, 40));
  const date = bookedOn === null ? valueDate : bookedOn;
  if (amountCents === null || !date || valueDate === undefined) return undefined;
  const label = oneLine(field(record, 49, 79));
  const details = detailsOf(complements);
  const entryNumber = field(record, 82, 88).trim();
  const numbered = /^\d+$/u.test(entryNumber) && Number(entryNumber) > 0;
  const code = field(record, 33, 34).toUpperCase();
  return {
    date,
    valueDate: valueDate ?? undefined,
    amountCents,
    label,
    details,
    reference: oneLine(field(record, 105, 120)) || (numbered ? entryNumber : undefined),
    number: numbered ? String(Number(entryNumber)) : undefined,
    operation: operationOf({ code, label, details, amountCents }),
    raw: rawText([record, ...complements].map(({ text }) => text.trimEnd()).join('\n')),
  };
}

/** What the complements tell, without their qualifiers. */
function detailsOf(complements: readonly CfonbRecord[]): string | undefined {
  const texts = complements.map((record) => oneLine(field(record, 49, 118))).filter(Boolean);
  return texts.length > 0
    ? [...new Set(texts)].join(' · ').slice(0, 1_000).toWellFormed()
    : undefined;
}
