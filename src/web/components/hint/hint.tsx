import { type Attributes, attributeProps, classNames } from '../attributes.ts';
import { type Content, type Html, contentOf } from '../html.ts';

export interface HintProps extends Content {
  readonly id?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Help for filling in a field, as govuk-frontend's hint. */
export function Hint(props: HintProps): Html {
  return (
    <div id={props.id} class={classNames('govuk-hint', props.classes)} {...attributeProps(props.attributes)}>
      {contentOf(props)}
    </div>
  );
}
