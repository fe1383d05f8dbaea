import { Link } from 'wouter-preact';
import { DayText } from '#web/ui/day-text.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import type { Column } from '#web/ui/table.tsx';
import type { Followed } from './filter-accounts.ts';

function Signatories({ account }: { readonly account: Followed }) {
  if (account.closedOn !== undefined) return null;
  switch (account.signatoriesState) {
    case 'upToDate':
      return <StatusTag tone="success">À jour</StatusTag>;
    case 'outOfDate':
      return <StatusTag tone="warning">Banque à prévenir</StatusTag>;
    case 'unknown':
      return <StatusTag tone="info">À vérifier</StatusTag>;
  }
}

function State({ account }: { readonly account: Followed }) {
  if (account.closedOn !== undefined) return <StatusTag>Clos</StatusTag>;
  return account.isDormant ? (
    <StatusTag tone="warning">Dort</StatusTag>
  ) : (
    <StatusTag tone="success">Actif</StatusTag>
  );
}

/** An account as the head office reads it, a row each. */
export const accountColumns: readonly Column<Followed>[] = [
  {
    key: 'coop',
    title: 'Coopérative',
    names: true,
    cell: ({ coopId, coopName, city, number }) => (
      <>
        <Link href={`/coops/${coopId}/banque/comptes`}>{coopName}</Link>
        <br />
        {city}, {number}
      </>
    ),
  },
  {
    key: 'account',
    title: 'Compte',
    cell: ({ bankName, label, maskedRef }) => (
      <>
        {bankName === '' ? label : bankName}
        <br />
        {maskedRef}
      </>
    ),
  },
  {
    key: 'names',
    title: 'Signataires',
    cell: ({ signatories }) => (signatories.length === 0 ? 'Aucun' : signatories.join(', ')),
  },
  { key: 'told', title: 'À la banque', cell: (account) => <Signatories account={account} /> },
  {
    key: 'statement',
    title: 'Dernier relevé',
    cell: ({ lastStatementOn }) =>
      lastStatementOn === undefined ? 'Aucun' : <DayText day={lastStatementOn} />,
  },
  { key: 'state', title: 'État', cell: (account) => <State account={account} /> },
];
