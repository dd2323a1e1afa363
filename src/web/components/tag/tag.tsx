import { type Attributes, attributeProps, classNames } from '../attributes.ts';
import { type Content, type Html, contentOf } from '../html.ts';

export interface TagProps extends Content {
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** A short status word, as govuk-frontend's tag. */
export function Tag(props: TagProps): Html {
  return (
    <strong class={classNames('govuk-tag', props.classes)} {...attributeProps(props.attributes)}>
      {contentOf(props)}
    </strong>
  );
}
