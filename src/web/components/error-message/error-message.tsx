import { type Attributes, attributeProps, classNames } from '../attributes.ts';
import { type Content, type Html, contentOf } from '../html.ts';

export interface ErrorMessageProps extends Content {
  readonly id?: string | undefined;
  /** What a screen reader hears first; "Error" unless given, and empty text leaves it out. */
  readonly visuallyHiddenText?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** What is wrong with a field, as govuk-frontend's error message. */
export function ErrorMessage(props: ErrorMessageProps): Html {
  const spoken = props.visuallyHiddenText ?? 'Error';
  return (
    <p
      id={props.id}
      class={classNames('govuk-error-message', props.classes)}
      {...attributeProps(props.attributes)}
    >
      {spoken && (
        <>
          <span class="govuk-visually-hidden">{spoken}:</span>{' '}
        </>
      )}
      {contentOf(props)}
    </p>
  );
}
