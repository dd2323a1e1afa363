import { type Attributes, attributeProps, classNames } from '../attributes.ts';
import { type Content, type Html, contentOf, hasContent } from '../html.ts';

/** Something that can be done about a row. The hidden words finish it for screen readers: "Change" + "name". */
export interface SummaryAction extends Content {
  readonly href: string;
  readonly visuallyHiddenText?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface SummaryActions {
  readonly items?: readonly SummaryAction[] | undefined;
  readonly classes?: string | undefined;
}

/** The link of one action; inside a card it also says the card's title to screen readers. */
export function SummaryActionLink({
  action,
  cardTitle,
}: {
  readonly action: SummaryAction;
  readonly cardTitle: Content | undefined;
}): Html {
  const titled = hasContent(cardTitle);
  return (
    <a
      class={classNames('govuk-link', action.classes)}
      href={action.href}
      {...attributeProps(action.attributes)}
    >
      {contentOf(action)}
      {(action.visuallyHiddenText || cardTitle) && (
        <span class="govuk-visually-hidden">
          {action.visuallyHiddenText && ` ${action.visuallyHiddenText}`}
          {titled && <> ({contentOf(cardTitle)})</>}
        </span>
      )}
    </a>
  );
}
