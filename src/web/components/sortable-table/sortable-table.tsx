import { classNames } from '../attributes.ts';
import type { Html } from '../html.ts';
import { ScrollRegion } from '../scroll-region/scroll-region.tsx';
import { Table, type TableCell } from '../table/table.tsx';

/** A heading. Columns can be sorted unless `sortable` is false; `sorted` says how the rows are sorted already. */
export interface SortableHead extends TableCell {
  readonly sortable?: boolean | undefined;
  readonly sorted?: 'ascending' | 'descending' | undefined;
}

/** A cell. `sortValue` is what it is sorted by, where that is not the words shown; null sorts last either way. */
export interface SortableCell extends TableCell {
  readonly sortValue?: string | number | null | undefined;
}

export interface SortableTableProps {
  readonly caption: string;
  readonly captionClasses?: string | undefined;
  readonly head: readonly SortableHead[];
  readonly rows: readonly (readonly SortableCell[])[];
  readonly firstCellIsHeader?: boolean | undefined;
  readonly classes?: string | undefined;
}

/**
 * A table whose rows a reader may sort by any column, after MoJ's sortable table. The browser script puts a button into each
 * sortable heading; without script it is an ordinary table in the order given. It scrolls within itself on a narrow screen.
 */
export function SortableTable(props: SortableTableProps): Html {
  return (
    <ScrollRegion label={props.caption}>
      <Table
        caption={props.caption}
        captionClasses={props.captionClasses}
        classes={classNames('sortable-table', props.classes)}
        attributes={{ 'data-module': 'sortable-table' }}
        firstCellIsHeader={props.firstCellIsHeader}
        head={props.head.map((cell) => sortableHead(cell))}
        rows={props.rows.map((row) => row.map((cell) => sortableCell(cell)))}
      />
    </ScrollRegion>
  );
}

function sortableHead({ sortable = true, sorted, ...cell }: SortableHead): TableCell {
  return sortable ? { ...cell, attributes: { ...cell.attributes, 'aria-sort': sorted ?? 'none' } } : cell;
}

function sortableCell({ sortValue, ...cell }: SortableCell): TableCell {
  return sortValue === undefined
    ? cell
    : { ...cell, attributes: { ...cell.attributes, 'data-sort-value': sortValue ?? '' } };
}
