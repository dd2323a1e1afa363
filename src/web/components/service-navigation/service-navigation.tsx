import { type Attributes, attributeProps, classNames } from '../attributes.ts';
import {
  type Children,
  type Content,
  type Html,
  type Maybe,
  contentOf,
  hasContent,
  present,
} from '../html.ts';

/** A link (or plain words) of the navigation. `current`: this very page; `active`: a page above it. */
export interface NavigationItem extends Content {
  readonly href?: string | undefined;
  readonly current?: boolean | undefined;
  readonly active?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Content put into the places that the markup offers. */
export interface NavigationSlots {
  readonly start?: Html | undefined;
  readonly end?: Html | { readonly html: Html; readonly align?: string | undefined } | undefined;
  readonly navigationStart?: Html | undefined;
  readonly navigationEnd?: Html | undefined;
}

export interface ServiceNavigationProps {
  readonly serviceName?: string | undefined;
  readonly serviceUrl?: string | undefined;
  readonly navigation?: readonly Maybe<NavigationItem>[] | undefined;
  readonly navigationId?: string | undefined;
  readonly navigationLabel?: string | undefined;
  readonly navigationClasses?: string | undefined;
  readonly menuButtonText?: string | undefined;
  readonly menuButtonLabel?: string | undefined;
  readonly collapseNavigationOnMobile?: boolean | undefined;
  readonly ariaLabel?: string | undefined;
  readonly slots?: NavigationSlots | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** The program's name and its main sections, as govuk-frontend's service navigation. */
export function ServiceNavigation(props: ServiceNavigationProps): Html {
  const { slots } = props;
  const end = endSlot(slots?.end);
  const common = {
    class: classNames('govuk-service-navigation', props.classes),
    'data-module': 'govuk-service-navigation',
    ...attributeProps(props.attributes),
  };
  const inner = (
    <div
      class={classNames(
        'govuk-width-container',
        end?.inline === true && 'govuk-service-navigation__inlining-container',
      )}
    >
      {slots?.start}
      <div class="govuk-service-navigation__container">
        {props.serviceName && <ServiceName name={props.serviceName} url={props.serviceUrl} />}
        {navigation(props)}
      </div>
      {end?.html}
    </div>
  );
  // Only with more than links in it is it a landmark of its own; otherwise the nav inside is enough.
  return props.serviceName || slots?.start || end ? (
    <section aria-label={props.ariaLabel ?? 'Service information'} {...common}>
      {inner}
    </section>
  ) : (
    <div {...common}>{inner}</div>
  );
}

function endSlot(end: NavigationSlots['end']): { html: Html; inline: boolean } | undefined {
  if (end === undefined) return undefined;
  return typeof end === 'object' && 'html' in end
    ? { html: end.html, inline: end.align === 'inline' }
    : { html: end, inline: false };
}

function ServiceName({ name, url }: { readonly name: string; readonly url: string | undefined }): Html {
  return (
    <span class="govuk-service-navigation__service-name">
      {url ? (
        <a href={url} class="govuk-service-navigation__link">
          {name}
        </a>
      ) : (
        <span class="govuk-service-navigation__text">{name}</span>
      )}
    </span>
  );
}

function navigation(props: ServiceNavigationProps): Html | null {
  const items = present(props.navigation);
  const { slots, menuButtonLabel } = props;
  if (items.length === 0 && slots?.navigationStart === undefined && slots?.navigationEnd === undefined)
    return null;
  const id = props.navigationId || 'navigation';
  const menuText = props.menuButtonText || 'Menu';
  return (
    <nav
      aria-label={props.navigationLabel || menuText}
      class={classNames('govuk-service-navigation__wrapper', props.navigationClasses)}
    >
      {(props.collapseNavigationOnMobile ?? items.length > 1) && (
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={id}
          aria-label={menuButtonLabel && menuButtonLabel !== menuText ? menuButtonLabel : undefined}
          hidden
          aria-hidden="true"
        >
          {menuText}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={id}>
        {slots?.navigationStart}
        {items.map((item) => navigationItem(item))}
        {slots?.navigationEnd}
      </ul>
    </nav>
  );
}

function navigationItem(item: NavigationItem): Html {
  const active = item.active === true || item.current === true;
  const ariaCurrent = active ? (item.current === true ? 'page' : 'true') : undefined;
  return (
    <li
      class={classNames('govuk-service-navigation__item', active && 'govuk-service-navigation__item--active')}
    >
      {item.href ? (
        <a
          class="govuk-service-navigation__link"
          href={item.href}
          aria-current={ariaCurrent}
          {...attributeProps(item.attributes)}
        >
          {itemContent(item, active)}
        </a>
      ) : (
        hasContent(item) && (
          <span class="govuk-service-navigation__text" aria-current={ariaCurrent}>
            {itemContent(item, active)}
          </span>
        )
      )}
    </li>
  );
}

/** The active item is in <strong> too, for readers who switch colours and styles off. */
function itemContent(item: NavigationItem, active: boolean): Children {
  const content = contentOf(item);
  return active ? <strong class="govuk-service-navigation__active-fallback">{content}</strong> : content;
}
