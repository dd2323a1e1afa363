import { type Attributes, attributeProps, classNames } from '../attributes.ts';
import { type Content, type Html, contentOf, hasContent } from '../html.ts';

export interface LabelProps extends Content {
  /** Id of the field that it names. */
  readonly for?: string | undefined;
  /** Wraps the label in the page's h1. */
  readonly isPageHeading?: boolean | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** The name of a field, as govuk-frontend's label. Nothing is printed when it has no words. */
export function Label(props: LabelProps): Html {
  if (!hasContent(props)) return <></>;
  const label = (
    <label
      class={classNames('govuk-label', props.classes)}
      {...attributeProps(props.attributes)}
      for={props.for || undefined}
    >
      {contentOf(props)}
    </label>
  );
  return props.isPageHeading === true ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
