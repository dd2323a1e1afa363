import { type Attributes, attributeProps, classNames } from '../attributes.ts';
import { type Children, type Content, type Html, contentOf } from '../html.ts';

/** One thing that is wrong; its address is the field's (`#id`). */
export interface ErrorSummaryItem extends Content {
  readonly href?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface ErrorSummaryProps {
  readonly titleText?: string | undefined;
  readonly titleHtml?: Html | undefined;
  readonly descriptionText?: string | undefined;
  readonly descriptionHtml?: Html | undefined;
  readonly children?: Children;
  readonly errorList?: readonly ErrorSummaryItem[] | undefined;
  readonly disableAutoFocus?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Everything that is wrong with a form, at the head of its page, as govuk-frontend's error summary. */
export function ErrorSummary(props: ErrorSummaryProps): Html {
  const { errorList = [], disableAutoFocus } = props;
  const description = props.children ?? props.descriptionHtml ?? props.descriptionText;
  return (
    <div
      class={classNames('govuk-error-summary', props.classes)}
      data-disable-auto-focus={disableAutoFocus === undefined ? undefined : String(disableAutoFocus)}
      {...attributeProps(props.attributes)}
      data-module="govuk-error-summary"
    >
      {/* The alert is a child of its own: focus and alert on one element make screen readers miss words. */}
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.titleHtml ?? props.titleText}</h2>
        <div class="govuk-error-summary__body">
          {description && <p>{description}</p>}
          {errorList.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errorList.map((item) => (
                <li>
                  {item.href ? (
                    <a href={item.href} {...attributeProps(item.attributes)}>
                      {contentOf(item)}
                    </a>
                  ) : (
                    contentOf(item)
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
