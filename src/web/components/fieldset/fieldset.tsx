import { type Attributes, attributeProps, classNames } from '../attributes.ts';
import { type Children, type Content, type Html, contentOf, hasContent } from '../html.ts';

export interface Legend extends Content {
  readonly classes?: string | undefined;
  readonly isPageHeading?: boolean | undefined;
}

export interface FieldsetProps {
  readonly legend?: Legend | undefined;
  readonly html?: Html | undefined;
  readonly children?: Children;
  readonly role?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Fields that belong together, with their legend, as govuk-frontend's fieldset. */
export function Fieldset(props: FieldsetProps): Html {
  const { legend } = props;
  return (
    <fieldset
      class={classNames('govuk-fieldset', props.classes)}
      role={props.role}
      aria-describedby={props.describedBy || undefined}
      {...attributeProps(props.attributes)}
    >
      {hasContent(legend) && (
        <legend class={classNames('govuk-fieldset__legend', legend.classes)}>
          {legend.isPageHeading === true ? (
            <h1 class="govuk-fieldset__heading">{contentOf(legend)}</h1>
          ) : (
            contentOf(legend)
          )}
        </legend>
      )}
      {props.children ?? props.html}
    </fieldset>
  );
}
