import { useState } from 'preact/hooks';
import { Stack } from './layout.tsx';
import { ShowMore } from './show-more.tsx';
import { useNarrow } from './use-narrow.ts';
import { Table, type TableProps } from './table.tsx';

interface Props<RowValue> extends TableProps<RowValue> {
  /** How many rows at first, and how many more at each asking. */
  readonly pageSize: number;
}

/** On a phone, where each row is a card. */
const narrowPageMax = 20;

/** A table whose rows may be many: the first ones, then more when asked. Sums stay those of all. */
export function PagedTable<RowValue>({ pageSize, ...table }: Props<RowValue>) {
  const isNarrow = useNarrow();
  const step = isNarrow ? Math.min(pageSize, narrowPageMax) : pageSize;
  const [moreCount, setMoreCount] = useState(0);
  const shownCount = step * (moreCount + 1);
  const { rows } = table;
  return (
    <Stack>
      <Table {...table} rows={rows.slice(0, shownCount)} />
      {rows.length > shownCount && (
        <ShowMore
          shownCount={shownCount}
          totalCount={rows.length}
          onMore={() => setMoreCount(moreCount + 1)}
        />
      )}
    </Stack>
  );
}
