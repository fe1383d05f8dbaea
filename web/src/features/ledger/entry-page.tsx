import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useSearchParams } from 'wouter-preact';
import { PageHeader, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { today } from '#web/ui/today.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { bankAccountsQuery, chartQuery, entryQuery } from './queries.ts';
import { bankLineQuery, formOfLine } from './writing/bank-line.ts';
import { bankNumbersOf } from './writing/bank-numbers.ts';
import {
  correctionStart,
  draftStart,
  emptyStart,
  newStart,
  type EditorStart,
} from './writing/editor-start.ts';
import { EntryEditor } from './writing/entry-editor.tsx';
import { isCorrectable, type BankNumber, type FormKind } from './writing/entry-form.ts';

interface Props {
  readonly coopId: string;
}

const kindOf: ReadonlyMap<string | null, FormKind> = new Map([
  ['depense', 'expense'],
  ['recette', 'income'],
  ['virement', 'transfer'],
]);

/**
 * Writes an entry: a new one of the asked kind, a draft to finish (`?brouillon=`), a posted entry
 * to put right (`?corrige=`), or what a line of the bank is missing (`?compte=&ligne=`).
 */
export function EntryPage({ coopId }: Props) {
  const [asked] = useSearchParams();
  const { data: bankAccounts, isPending } = useQuery(bankAccountsQuery(coopId));
  const bankNumbers = bankNumbersOf(bankAccounts);
  const given = { coopId, bankNumbers };
  const draftId = asked.get('brouillon');
  const correctedId = asked.get('corrige');
  const bankAccountId = asked.get('compte');
  const lineId = asked.get('ligne');
  const kind = kindOf.get(asked.get('genre')) ?? 'expense';
  return (
    <Stack>
      <PageHeader
        title={correctedId ? 'Corriger une écriture' : 'Noter une opération'}
        back={{ href: `/coops/${coopId}/journal`, label: 'Journal' }}
      />
      {isPending ? null : correctedId !== null ? (
        <Existing key={correctedId} {...given} entryId={correctedId} startOf={correctionStart} />
      ) : draftId !== null ? (
        <Existing key={draftId} {...given} entryId={draftId} startOf={draftStart} />
      ) : bankAccountId !== null && lineId !== null ? (
        <ForBankLine key={lineId} {...given} bankAccountId={bankAccountId} lineId={lineId} />
      ) : (
        <Editors
          key={kind}
          {...given}
          start={emptyStart(coopId, kind, { day: today(), bankNumber: bankNumbers[0] })}
        />
      )}
    </Stack>
  );
}

interface Given extends Props {
  readonly bankNumbers: readonly [BankNumber, ...BankNumber[]];
}

/** The editor, and the next one once an entry is recorded. */
function Editors({ coopId, bankNumbers, start: first }: Given & { readonly start: EditorStart }) {
  const [start, setStart] = useState(first);
  const chart = useQuery(chartQuery(coopId));
  return (
    <Loaded query={chart} lines={6}>
      {(accounts) => (
        <EntryEditor
          key={start.id}
          coopId={coopId}
          start={start}
          chart={accounts}
          bankNumbers={bankNumbers}
          onNext={setStart}
        />
      )}
    </Loaded>
  );
}

interface ExistingProps extends Given {
  readonly entryId: string;
  readonly startOf: (entry: LedgerEntry, bankNumber: BankNumber) => EditorStart;
}

function Existing({ entryId, ...given }: ExistingProps) {
  const query = useQuery(entryQuery(useQueryClient(), given.coopId, entryId));
  return (
    <Loaded query={query} lines={6}>
      {({ entry }) => <Opened {...given} entry={entry} />}
    </Loaded>
  );
}

/** The entry as it was when it was opened: once recorded, the journal's own is another. */
function Opened({
  entry,
  startOf,
  ...given
}: Omit<ExistingProps, 'entryId'> & { readonly entry: LedgerEntry }) {
  const [opened] = useState(entry);
  const start = startOf(opened, given.bankNumbers[0]);
  const fits = start.corrects
    ? isCorrectable(opened) && opened.reversedBy === undefined && opened.bankMatchId === undefined
    : opened.status === 'draft';
  if (fits) return <Editors {...given} start={start} />;
  return (
    <Notice
      tone="warning"
      title="Cette écriture ne se modifie pas ici."
      actions={
        <LinkButton href={`/coops/${given.coopId}/ecritures/${opened.id}`}>
          Voir l’écriture
        </LinkButton>
      }
    >
      Elle est déjà validée, annulée, ou rapprochée de la banque.
    </Notice>
  );
}

interface ForBankLineProps extends Given {
  readonly bankAccountId: string;
  readonly lineId: string;
}

/** What the bank did and the books do not have: the form starts from its line. */
function ForBankLine({ bankAccountId, lineId, ...given }: ForBankLineProps) {
  const query = useQuery(bankLineQuery(given.coopId, bankAccountId, lineId));
  return (
    <Loaded query={query} lines={6}>
      {(found) => (
        <Editors
          {...given}
          start={{
            ...newStart(given.coopId, formOfLine(found)),
            place: `ligne:${lineId}`,
            line: { bankAccountId, lineId },
            ...(found.filling && { filling: found.filling }),
          }}
        />
      )}
    </Loaded>
  );
}
