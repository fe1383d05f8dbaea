import type { JournalRow } from '#shared/domain/ledger/journal.ts';
import { cents } from '#shared/domain/money.ts';
import { Link } from 'wouter-preact';
import { DayText } from '#web/ui/day-text.tsx';
import { Facts } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import type { LedgerEntry } from '../ledger-entry.ts';
import { EntryTags } from './entry-tags.tsx';
import type { JournalTotals } from './journal-filter.ts';
import { isOnAdvance, OnAdvance } from './on-advance.tsx';
import css from './journal.module.css';

type Row = JournalRow<LedgerEntry>;

interface Props {
  readonly coopId: string;
  readonly rows: readonly Row[];
  readonly totals: JournalTotals;
  readonly purposeOf: (entry: LedgerEntry) => string;
  readonly footTitle: string;
}

/** The journal on a phone: three lines an operation, the amount where the thumb looks for it. */
export function JournalList({ coopId, rows, totals, purposeOf, footTitle }: Props) {
  if (rows.length === 0) return <p>Aucune écriture ne répond à ces choix.</p>;
  return (
    <>
      <ul class={css['list']} aria-label="Journal, la dernière opération d’abord">
        {rows.map((row) => (
          <JournalItem
            key={row.entry.id}
            coopId={coopId}
            row={row}
            purpose={purposeOf(row.entry)}
          />
        ))}
      </ul>
      <section class={css['sums']} aria-label={footTitle}>
        <strong>{footTitle}</strong>
        <Facts
          facts={[
            ['Entré', <Money amountCents={totals.inCents} />],
            ['Sorti', <Money amountCents={totals.outCents} />],
          ]}
        />
      </section>
    </>
  );
}

interface ItemProps extends Pick<Props, 'coopId'> {
  readonly row: Row;
  readonly purpose: string;
}

function JournalItem({ coopId, row, purpose }: ItemProps) {
  const { entry, bankMoveCents, cashMoveCents, bankCents, cashCents } = row;
  const move = cents(bankMoveCents + cashMoveCents);
  const isBetween = move === 0 && bankMoveCents !== 0;
  const isCash = cashMoveCents !== 0 && bankMoveCents === 0;
  return (
    <li class={css['item']}>
      <Link href={`/coops/${coopId}/ecritures/${entry.id}`} class={css['itemLabel']}>
        {entry.label}
      </Link>
      <strong class={css['itemAmount']}>
        {isOnAdvance(row) ? (
          <OnAdvance entry={entry} />
        ) : isBetween ? (
          <Money amountCents={cents(Math.abs(bankMoveCents))} />
        ) : (
          <Money amountCents={move} signed />
        )}
      </strong>
      <span class={css['itemAbout']}>
        <DayText day={entry.entryDate} />
        {', '}
        {isBetween
          ? bankMoveCents > 0
            ? 'de la caisse vers la banque'
            : 'de la banque vers la caisse'
          : [entry.counterparty, purpose].filter(Boolean).join(', ')}
      </span>
      <span class={css['itemTags']}>
        <EntryTags entry={entry} />
      </span>
      <span class={css['itemHeld']}>
        {isCash ? 'Caisse' : 'Banque'} <Money amountCents={isCash ? cashCents : bankCents} />
      </span>
    </li>
  );
}
