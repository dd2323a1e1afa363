import { type Attributes, attributeProps, classNames } from '../attributes.ts';
import { type Content, type Html, contentOf } from '../html.ts';

export interface DetailsProps extends Content {
  readonly summaryText?: string | undefined;
  readonly summaryHtml?: Html | undefined;
  readonly id?: string | undefined;
  readonly open?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Words that open to show more, as govuk-frontend's details. Works without script. */
export function Details(props: DetailsProps): Html {
  const { id, open = false, classes, attributes, summaryText, summaryHtml } = props;
  return (
    <details id={id} class={classNames('govuk-details', classes)} {...attributeProps(attributes)} open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summaryHtml ?? summaryText}</span>
      </summary>
      <div class="govuk-details__text">{contentOf(props)}</div>
    </details>
  );
}
