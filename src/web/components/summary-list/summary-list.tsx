import { type Attributes, attributeProps, classNames } from '../attributes.ts';
import { type Content, type Html, type Maybe, contentOf, present } from '../html.ts';
import { type SummaryActions, SummaryActionLink } from './summary-action.tsx';
import { SummaryCard, type SummaryCardOptions } from './summary-card.tsx';

export interface SummaryListRow {
  readonly key: Content & { readonly classes?: string | undefined };
  readonly value: Content & { readonly classes?: string | undefined };
  readonly actions?: SummaryActions | undefined;
  readonly classes?: string | undefined;
}

export interface SummaryListProps {
  readonly rows: readonly Maybe<SummaryListRow>[];
  /** Puts the list into a card with a title. */
  readonly card?: SummaryCardOptions | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Names and their values, with what can be done about each, as govuk-frontend's summary list. */
export function SummaryList(props: SummaryListProps): Html {
  const rows = present(props.rows);
  const anyActions = rows.some((row) => (row.actions?.items?.length ?? 0) > 0);
  const list = (
    <dl class={classNames('govuk-summary-list', props.classes)} {...attributeProps(props.attributes)}>
      {rows.map((row) => summaryRow(row, anyActions, props.card?.title))}
    </dl>
  );
  return props.card ? <SummaryCard {...props.card}>{list}</SummaryCard> : list;
}

function summaryRow(row: SummaryListRow, anyActions: boolean, cardTitle: Content | undefined): Html {
  const noActions = anyActions && row.actions?.items === undefined;
  return (
    <div
      class={classNames(
        'govuk-summary-list__row',
        noActions && 'govuk-summary-list__row--no-actions',
        row.classes,
      )}
    >
      <dt class={classNames('govuk-summary-list__key', row.key.classes)}>{contentOf(row.key)}</dt>
      <dd class={classNames('govuk-summary-list__value', row.value.classes)}>{contentOf(row.value)}</dd>
      {row.actions && rowActions(row.actions, cardTitle)}
    </div>
  );
}

function rowActions({ items = [], classes }: SummaryActions, cardTitle: Content | undefined): Html | null {
  if (items.length === 0) return null;
  const links = items.map((action) => <SummaryActionLink action={action} cardTitle={cardTitle} />);
  return (
    <dd class={classNames('govuk-summary-list__actions', classes)}>
      {links.length === 1 ? (
        links
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {links.map((link) => (
            <li class="govuk-summary-list__actions-list-item">{link}</li>
          ))}
        </ul>
      )}
    </dd>
  );
}
