import { type Attributes, attributeProps, classNames } from '../attributes.ts';
import { Heading, type HeadingLevel } from '../heading.tsx';
import { type Children, type Content, type Html, contentOf } from '../html.ts';
import { type SummaryActions, SummaryActionLink } from './summary-action.tsx';

export interface SummaryCardOptions {
  readonly title?:
    | (Content & { readonly headingLevel?: HeadingLevel | undefined; readonly classes?: string | undefined })
    | undefined;
  readonly actions?: SummaryActions | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** The titled box around a summary list. */
export function SummaryCard(props: SummaryCardOptions & { readonly children: Children }): Html {
  const { title, children } = props;
  return (
    <div class={classNames('govuk-summary-card', props.classes)} {...attributeProps(props.attributes)}>
      <div class="govuk-summary-card__title-wrapper">
        {title && (
          <Heading
            level={title.headingLevel || 2}
            class={classNames('govuk-summary-card__title', title.classes)}
          >
            {contentOf(title)}
          </Heading>
        )}
        {props.actions && cardActions(props.actions, title)}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  );
}

function cardActions({ items = [], classes }: SummaryActions, title: Content | undefined): Html | null {
  if (items.length === 0) return null;
  const links = items.map((action) => <SummaryActionLink action={action} cardTitle={title} />);
  const className = classNames('govuk-summary-card__actions', classes);
  if (links.length === 1) return <div class={className}>{links}</div>;
  return (
    <ul class={className}>
      {links.map((link) => (
        <li class="govuk-summary-card__action">{link}</li>
      ))}
    </ul>
  );
}
