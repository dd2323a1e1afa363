import { type Attributes, attributeProps, classNames } from '../attributes.ts';
import { type Content, type Html, contentOf } from '../html.ts';

export interface SkipLinkProps extends Content {
  readonly href?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** The link that takes a keyboard past the header, as govuk-frontend's skip link. */
export function SkipLink(props: SkipLinkProps): Html {
  return (
    <a
      href={props.href || '#content'}
      class={classNames('govuk-skip-link', props.classes)}
      {...attributeProps(props.attributes)}
      data-module="govuk-skip-link"
    >
      {contentOf(props)}
    </a>
  );
}
