import { type Attributes, attributeProps, classNames } from '../attributes.ts';
import { type Content, type Html, contentOf } from '../html.ts';

/** A step of the way to a page; the last one, where the reader is, has no address. */
export interface Breadcrumb extends Content {
  readonly href?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface BreadcrumbsProps {
  readonly items: readonly Breadcrumb[];
  readonly collapseOnMobile?: boolean | undefined;
  readonly labelText?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** The way from the start page to this one, as govuk-frontend's breadcrumbs. */
export function Breadcrumbs(props: BreadcrumbsProps): Html {
  const classes = classNames(
    'govuk-breadcrumbs',
    props.classes,
    props.collapseOnMobile === true && 'govuk-breadcrumbs--collapse-on-mobile',
  );
  return (
    <nav class={classes} {...attributeProps(props.attributes)} aria-label={props.labelText ?? 'Breadcrumb'}>
      <ol class="govuk-breadcrumbs__list">{props.items.map((item) => crumb(item))}</ol>
    </nav>
  );
}

function crumb(item: Breadcrumb): Html {
  if (item.href === undefined || item.href === '') {
    return (
      <li class="govuk-breadcrumbs__list-item" aria-current="page">
        {contentOf(item)}
      </li>
    );
  }
  return (
    <li class="govuk-breadcrumbs__list-item">
      <a class="govuk-breadcrumbs__link" href={item.href} {...attributeProps(item.attributes)}>
        {contentOf(item)}
      </a>
    </li>
  );
}
