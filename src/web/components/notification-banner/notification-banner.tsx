import { type Attributes, attributeProps, classNames } from '../attributes.ts';
import { Heading, type HeadingLevel } from '../heading.tsx';
import { type Children, type Html } from '../html.ts';

export interface NotificationBannerProps {
  /** Words for a single line; use children or `html` for more. */
  readonly text?: string | undefined;
  readonly html?: Html | undefined;
  readonly children?: Children;
  readonly titleText?: string | undefined;
  readonly titleHtml?: Html | undefined;
  readonly titleHeadingLevel?: HeadingLevel | undefined;
  readonly titleId?: string | undefined;
  readonly type?: 'success' | undefined;
  readonly role?: string | undefined;
  readonly disableAutoFocus?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** News that is not about the page's own subject, as govuk-frontend's notification banner. */
export function NotificationBanner(props: NotificationBannerProps): Html {
  const { disableAutoFocus } = props;
  const success = props.type === 'success';
  const titleId = props.titleId || 'govuk-notification-banner-title';
  const rich = props.children ?? props.html;
  return (
    <div
      class={classNames(
        'govuk-notification-banner',
        success && 'govuk-notification-banner--success',
        props.classes,
      )}
      role={props.role || (success ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={disableAutoFocus === undefined ? undefined : String(disableAutoFocus)}
      {...attributeProps(props.attributes)}
    >
      <div class="govuk-notification-banner__header">
        <Heading level={props.titleHeadingLevel || 2} class="govuk-notification-banner__title" id={titleId}>
          {props.titleHtml ?? (props.titleText || (success ? 'Success' : 'Important'))}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {rich ?? (props.text && <p class="govuk-notification-banner__heading">{props.text}</p>)}
      </div>
    </div>
  );
}
