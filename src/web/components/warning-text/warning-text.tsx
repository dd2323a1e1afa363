import { type Attributes, attributeProps, classNames } from '../attributes.ts';
import { type Content, type Html, contentOf } from '../html.ts';

export interface WarningTextProps extends Content {
  /** What a screen reader says in place of the exclamation mark; "Warning" unless given. */
  readonly iconFallbackText?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** A warning with its exclamation mark, as govuk-frontend's warning text. */
export function WarningText(props: WarningTextProps): Html {
  return (
    <div class={classNames('govuk-warning-text', props.classes)} {...attributeProps(props.attributes)}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{' '}
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{props.iconFallbackText || 'Warning'}</span> {contentOf(props)}
      </strong>
    </div>
  );
}
