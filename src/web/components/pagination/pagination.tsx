import { type Attributes, attributeProps, classNames } from '../attributes.ts';
import { type Content, type Html, type Maybe, contentOf, hasContent, present } from '../html.ts';
import { PaginationArrow } from './pagination-arrow.tsx';

/** The way to the page before or after. */
export interface PaginationLink extends Content {
  readonly href: string;
  /** A line that names the page that it leads to (only where there are no page numbers). */
  readonly labelText?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface PaginationItem {
  readonly number?: string | number | undefined;
  readonly href?: string | undefined;
  readonly current?: boolean | undefined;
  readonly ellipsis?: boolean | undefined;
  readonly visuallyHiddenText?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface PaginationProps {
  readonly items?: readonly Maybe<PaginationItem>[] | undefined;
  readonly previous?: PaginationLink | undefined;
  readonly next?: PaginationLink | undefined;
  readonly landmarkLabel?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** The pages of a long list, or the way to the previous and next page, as govuk-frontend's pagination. */
export function Pagination(props: PaginationProps): Html {
  const { items, previous, next } = props;
  const block = items === undefined && Boolean(next ?? previous);
  return (
    <nav
      class={classNames('govuk-pagination', block && 'govuk-pagination--block', props.classes)}
      aria-label={props.landmarkLabel || 'Pagination'}
      {...attributeProps(props.attributes)}
    >
      {previous?.href && arrowLink(previous, 'prev', block)}
      {items && (
        <ul class="govuk-pagination__list">
          {present(items)
            .filter((item) => Object.keys(item).length > 0)
            .map((item) => pageItem(item))}
        </ul>
      )}
      {next?.href && arrowLink(next, 'next', block)}
    </nav>
  );
}

function arrowLink(link: PaginationLink, direction: 'prev' | 'next', block: boolean): Html {
  const arrow = <PaginationArrow direction={direction} />;
  const word = direction === 'prev' ? 'Previous' : 'Next';
  return (
    <div class={`govuk-pagination__${direction}`}>
      <a
        class="govuk-link govuk-pagination__link"
        href={link.href}
        rel={direction}
        {...attributeProps(link.attributes)}
      >
        {(block || direction === 'prev') && arrow}
        <span
          class={classNames(
            'govuk-pagination__link-title',
            block && !link.labelText && 'govuk-pagination__link-title--decorated',
          )}
        >
          {hasContent(link) ? (
            contentOf(link)
          ) : (
            <>
              {word}
              <span class="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {link.labelText && block && (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span>{' '}
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!block && direction === 'next' && arrow}
      </a>
    </div>
  );
}

function pageItem(item: PaginationItem): Html {
  const classes = classNames(
    'govuk-pagination__item',
    item.current === true && 'govuk-pagination__item--current',
    item.ellipsis === true && 'govuk-pagination__item--ellipsis',
  );
  if (item.ellipsis === true) return <li class={classes}>⋯</li>;
  return (
    <li class={classes}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.visuallyHiddenText ?? `Page ${item.number ?? ''}`}
        aria-current={item.current === true ? 'page' : undefined}
        {...attributeProps(item.attributes)}
      >
        {item.number}
      </a>
    </li>
  );
}
