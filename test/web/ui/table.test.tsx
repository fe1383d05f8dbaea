import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { cents } from '#shared/domain/money.ts';
import { Money } from '#web/ui/money.tsx';
import { Table, type Column } from '#web/ui/table.tsx';

afterEach(cleanup);

interface Line {
  readonly label: string;
  readonly outCents: number;
}

const columns: readonly Column<Line>[] = [
  { key: 'label', title: 'Libellé', names: true, cell: ({ label }) => label },
  {
    key: 'out',
    title: 'Sorti',
    align: 'end',
    cell: ({ outCents }) => <Money amountCents={cents(outCents)} />,
    foot: <Money amountCents={cents(1890)} />,
  },
];

const draw = (rows: readonly Line[]) =>
  render(
    <Table
      caption="Journal de mars"
      columns={columns}
      rows={rows}
      rowKey={({ label }) => label}
      empty="Aucune écriture en mars."
    />,
  );

test('has its caption, the titles of its columns, and a name for each row', () => {
  draw([{ label: 'Goûter', outCents: 1890 }]);
  const table = screen.getByRole('table', { name: 'Journal de mars' });
  expect(within(table).getByRole('columnheader', { name: 'Sorti' })).toBeDefined();
  expect(within(table).getByRole('rowheader', { name: 'Goûter' })).toBeDefined();
  expect(within(table).getAllByText('18,90 €')).toHaveLength(2);
});

test('its sums are under their column, after the word Total', () => {
  draw([{ label: 'Goûter', outCents: 1890 }]);
  const foot = screen.getAllByRole('row').at(-1);
  expect(foot?.textContent).toBe('Total18,90\u00A0€');
});

test('an empty table says what is not there', () => {
  draw([]);
  expect(screen.getByRole('cell', { name: 'Aucune écriture en mars.' })).toBeDefined();
});
