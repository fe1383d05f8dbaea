import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import { DayText, InstantText } from '#web/ui/day-text.tsx';
import { Facts } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { entryAmountCents, kindLabels, meansLabels, type LedgerEntry } from '../ledger-entry.ts';
import css from './detail.module.css';

interface Props {
  readonly coopId: string;
  readonly entry: LedgerEntry;
  /** The entries of the same year, to name those it is tied to. */
  readonly entries: readonly LedgerEntry[];
}

type Fact = readonly [name: string, value: ComponentChildren];

/** What an entry says, and what it is tied to. */
export function EntryFacts({ coopId, entry, entries }: Props) {
  const { paymentMeans, chequeNumber, reference, postedAt, noVoucherReason } = entry;
  const means = paymentMeans && meansLabels[paymentMeans];
  const facts: readonly (Fact | false | undefined | '')[] = [
    ['Genre', kindLabels[entry.kind]],
    ['Date', <DayText day={entry.entryDate} long />],
    ['Montant', <Money amountCents={entryAmountCents(entry)} />],
    entry.counterparty !== undefined && ['Avec qui', entry.counterparty],
    means !== undefined && [
      'Moyen',
      chequeNumber === undefined ? means : `${means} n° ${chequeNumber}`,
    ],
    reference !== undefined && ['Référence', reference],
    noVoucherReason !== undefined && ['Sans pièce', noVoucherReason],
    postedAt !== undefined && ['Enregistrée le', <InstantText instant={postedAt} />],
    ...tiesOf(entry, entries).map(([name, id]): Fact => [
      name,
      <Tie coopId={coopId} id={id} entries={entries} />,
    ]),
    entry.voucherSha256 !== undefined && [
      'Empreinte du justificatif (SHA-256)',
      <span class={css['seal']}>{entry.voucherSha256}</span>,
    ],
  ];
  return <Facts facts={facts.filter((fact): fact is Fact => Array.isArray(fact))} />;
}

/** The entries it takes back, puts right, or was taken back or put right by. */
function tiesOf(
  { id, reverses, corrects, reversedBy }: LedgerEntry,
  entries: readonly LedgerEntry[],
): readonly (readonly [name: string, id: string])[] {
  const correction = entries.find((other) => other.corrects === id)?.id;
  const ties = [
    ['Annule', reverses],
    ['Remplace', corrects],
    ['Annulée par', reversedBy],
    ['Remplacée par', correction],
  ] as const;
  return ties.flatMap(([name, other]) => (other === undefined ? [] : [[name, other] as const]));
}

function Tie({ coopId, id, entries }: Omit<Props, 'entry'> & { readonly id: string }) {
  const number = entries.find((entry) => entry.id === id)?.number;
  return (
    <Link href={`/coops/${coopId}/ecritures/${id}`}>
      {number === undefined ? 'une écriture d’un autre exercice' : `l’écriture n° ${number}`}
    </Link>
  );
}
