import { type Attributes, attributeProps, classNames } from '../attributes.ts';
import { type Content, type Html, contentOf } from '../html.ts';

export interface InsetTextProps extends Content {
  readonly id?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Words set apart by a rule at their left, as govuk-frontend's inset text. */
export function InsetText(props: InsetTextProps): Html {
  return (
    <div
      id={props.id}
      class={classNames('govuk-inset-text', props.classes)}
      {...attributeProps(props.attributes)}
    >
      {contentOf(props)}
    </div>
  );
}
