import { type Attributes, attributeProps, classNames } from '../attributes.ts';
import { type Content, type Html, type Maybe, contentOf, present } from '../html.ts';

export interface TableCell extends Content {
  /** "numeric" sets digits of one width, at the right. */
  readonly format?: string | undefined;
  readonly classes?: string | undefined;
  readonly colspan?: number | undefined;
  readonly rowspan?: number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface TableProps {
  readonly head?: readonly TableCell[] | undefined;
  readonly rows: readonly Maybe<readonly TableCell[]>[];
  readonly caption?: string | undefined;
  readonly captionClasses?: string | undefined;
  /** Makes the first cell of every row the row's heading. */
  readonly firstCellIsHeader?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** A table, as govuk-frontend's. Wide tables go into a `ScrollRegion`; sortable ones are made by `SortableTable`. */
export function Table(props: TableProps): Html {
  const { head, caption } = props;
  return (
    <table class={classNames('govuk-table', props.classes)} {...attributeProps(props.attributes)}>
      {caption && (
        <caption class={classNames('govuk-table__caption', props.captionClasses)}>{caption}</caption>
      )}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">{head.map((cell) => headCell(cell))}</tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {present(props.rows).map((row) => (
          <tr class="govuk-table__row">
            {row.map((cell, index) => bodyCell(cell, index === 0 && props.firstCellIsHeader === true))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function headCell(cell: TableCell): Html {
  return (
    <th
      scope="col"
      class={classNames(
        'govuk-table__header',
        cell.format && `govuk-table__header--${cell.format}`,
        cell.classes,
      )}
      {...spanProps(cell)}
    >
      {contentOf(cell)}
    </th>
  );
}

function bodyCell(cell: TableCell, isHeader: boolean): Html {
  if (isHeader) {
    return (
      <th scope="row" class={classNames('govuk-table__header', cell.classes)} {...spanProps(cell)}>
        {contentOf(cell)}
      </th>
    );
  }
  return (
    <td
      class={classNames(
        'govuk-table__cell',
        cell.format && `govuk-table__cell--${cell.format}`,
        cell.classes,
      )}
      {...spanProps(cell)}
    >
      {contentOf(cell)}
    </td>
  );
}

function spanProps({ colspan, rowspan, attributes }: TableCell): Record<string, unknown> {
  return { colspan: colspan || undefined, rowspan: rowspan || undefined, ...attributeProps(attributes) };
}
