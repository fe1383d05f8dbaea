import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import css from './table.module.css';

/** A column: its title, what it shows for a row, its sum. */
export interface Column<RowValue> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: RowValue) => ComponentChildren;
  /** `end` for numbers. */
  readonly align?: 'start' | 'end';
  /** The column that names the row: its title on a phone. One a table. */
  readonly names?: boolean;
  /** Shown in the foot: a sum. */
  readonly foot?: ComponentChildren;
  /** Keeps the title for readers only: the column of buttons. */
  readonly titleUnseen?: boolean;
}

/** What a table is made of. */
export interface TableProps<RowValue> {
  /** What the table is; always read, shown unless `captionUnseen`. */
  readonly caption: string;
  readonly captionUnseen?: boolean;
  readonly columns: readonly Column<RowValue>[];
  readonly rows: readonly RowValue[];
  readonly rowKey: (row: RowValue) => string;
  /** Said under the titles when there is no row. */
  readonly empty?: ComponentChildren;
  /** What the foot's first cell says: «Total». */
  readonly footTitle?: string;
}

/**
 * A real table where there is room; where there is not, one card a row with its titles, or one line
 * a row when it has two columns: a name and its amount need no title between them. Roles are
 * written out because some browsers forget them when a table is laid out as cards.
 */
export function Table<RowValue>(props: TableProps<RowValue>) {
  const { caption, captionUnseen, columns, rows, rowKey, empty } = props;
  return (
    <div class={css['frame']}>
      <table class={classNames(css['table'], columns.length === 2 && css['pairs'])} role="table">
        <caption class={captionUnseen ? 'unseen' : css['caption']}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ key, title, align, titleUnseen }) => (
              <th key={key} role="columnheader" scope="col" class={css[align ?? 'start']}>
                {titleUnseen ? <span class="unseen">{title}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr role="row">
              <td role="cell" colSpan={columns.length} class={css['empty']}>
                {empty ?? 'Rien pour l’instant.'}
              </td>
            </tr>
          )}
        </tbody>
        <Foot {...props} />
      </table>
    </div>
  );
}

function Cell<RowValue>({ column, row }: { column: Column<RowValue>; row: RowValue }) {
  const { title, cell, align = 'start', names, titleUnseen } = column;
  const content = cell(row);
  const look = classNames(css[align], names === true && css['names']);
  const label = titleUnseen || names ? undefined : title;
  const nothing = content === undefined || content === null || content === '' || content === false;
  return names ? (
    <th role="rowheader" scope="row" class={look}>
      {content}
    </th>
  ) : (
    <td role="cell" class={classNames(look, nothing && css['nothing'])} data-label={label}>
      {content}
    </td>
  );
}

function Foot<RowValue>({ columns, footTitle = 'Total' }: TableProps<RowValue>) {
  const firstSum = columns.findIndex((column) => column.foot !== undefined);
  if (firstSum === -1) return null;
  return (
    <tfoot role="rowgroup">
      <tr role="row">
        {firstSum > 0 && (
          <th role="rowheader" scope="row" colSpan={firstSum} class={css['start']}>
            {footTitle}
          </th>
        )}
        {columns.slice(firstSum).map(({ key, title, align, foot }) => (
          <td
            key={key}
            role="cell"
            class={classNames(css[align ?? 'start'], foot === undefined && css['nothing'])}
            data-label={title}
          >
            {foot}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
