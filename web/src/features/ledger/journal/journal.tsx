import { useQuery } from '@tanstack/preact-query';
import { useMemo, useState } from 'preact/hooks';
import { journalOf } from '#shared/domain/ledger/journal.ts';
import { useMay } from '#web/api/me.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { ShowMore } from '#web/ui/show-more.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { purposeLines, type LedgerEntry } from '../ledger-entry.ts';
import { chartQuery, projectsQuery } from '../queries.ts';
import { Drafts } from './drafts.tsx';
import { ExpertTable } from './expert-table.tsx';
import { choicesIn, noFilter, passes, totalsOf } from './journal-filter.ts';
import { JournalFilters } from './journal-filters.tsx';
import { JournalList } from './journal-list.tsx';
import { JournalTable } from './journal-table.tsx';

/** In simple words, or as an accountant reads it. */
export type JournalView = 'simple' | 'expert';

interface Props {
  readonly coopId: string;
  readonly entries: readonly LedgerEntry[];
  readonly view: JournalView;
}

/** More would only make each key stroke of the search slower. */
const pageSize = 100;

/** The journal of a year: drafts on top, then what is in the books, the latest first. */
export function Journal({ coopId, entries, view }: Props) {
  const { data: accounts = [] } = useQuery(chartQuery(coopId));
  const { data: projects = [] } = useQuery(projectsQuery(coopId));
  const mayPost = useMay(coopId, 'ledger:post');
  const [filter, setFilter] = useState(noFilter);
  const [shownCount, setShownCount] = useState(pageSize);

  const drafts = entries.filter(({ status }) => status === 'draft');
  const rows = useMemo(
    () => journalOf(entries.filter(({ status }) => status === 'posted')).toReversed(),
    [entries],
  );
  const inSight = useMemo(() => rows.filter(({ entry }) => passes(entry, filter)), [rows, filter]);
  const shown =
    view === 'simple' ? inSight.slice(0, shownCount) : inSight.toReversed().slice(0, shownCount);
  const labels = new Map(accounts.map(({ accountNumber, label }) => [accountNumber, label]));
  const accountLabel = (accountNumber: string) => labels.get(accountNumber) ?? accountNumber;
  const Simple = useNarrow() ? JournalList : JournalTable;
  const isWhole = filter.search === '' && choicesIn(filter) === 0;

  if (entries.length === 0) return <NothingYet coopId={coopId} />;
  return (
    <Stack>
      <Drafts coopId={coopId} drafts={drafts} mayPost={mayPost} />
      <JournalFilters
        filter={filter}
        onChange={(next) => {
          setFilter(next);
          setShownCount(pageSize);
        }}
        accounts={accounts}
        projects={projects}
      />
      <p role="status">{countWords(inSight.length, isWhole)}</p>
      <Card>
        {view === 'simple' ? (
          <Simple
            coopId={coopId}
            rows={shown}
            totals={totalsOf(inSight)}
            purposeOf={(entry) => purposeOf(entry, accountLabel)}
            footTitle={isWhole ? 'Total de l’exercice' : 'Total de ces écritures'}
          />
        ) : (
          <ExpertTable coopId={coopId} rows={shown} summed={inSight} accountLabel={accountLabel} />
        )}
        {shown.length < inSight.length && (
          <ShowMore
            shownCount={shown.length}
            totalCount={inSight.length}
            onMore={() => setShownCount(shownCount + pageSize)}
          />
        )}
      </Card>
    </Stack>
  );
}

const purposeOf = (entry: LedgerEntry, accountLabel: (accountNumber: string) => string): string => {
  const [first, ...others] = purposeLines(entry);
  if (!first || entry.kind === 'opening' || entry.kind === 'reversal') return '';
  const more =
    others.length === 0 ? '' : ` et ${others.length} autre${others.length > 1 ? 's' : ''}`;
  return `${accountLabel(first.accountNumber)}${more}`;
};

const countWords = (count: number, isWhole: boolean): string =>
  `${count} ${count > 1 ? 'écritures' : 'écriture'}${isWhole ? '' : count > 1 ? ' trouvées' : ' trouvée'}`;

const NothingYet = ({ coopId }: Pick<Props, 'coopId'>) => (
  <EmptyState
    title="Rien n’est encore noté dans cet exercice."
    action={
      <LinkButton icon="plus" href={`/coops/${coopId}/saisie`}>
        Noter une première opération
      </LinkButton>
    }
  >
    Le journal se remplit tout seul à chaque opération que vous notez.
  </EmptyState>
);
