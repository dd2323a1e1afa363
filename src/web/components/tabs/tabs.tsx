import { type Attributes, attributeProps, classNames } from '../attributes.ts';
import { type Content, type Html, type Maybe, contentOf, hasContent, present } from '../html.ts';

/** One tab. Without `id`, its panel is named after the tabs' `idPrefix` and its place. */
export interface Tab {
  readonly label: string;
  readonly id?: string | undefined;
  readonly panel: Content & { readonly attributes?: Attributes | undefined };
  readonly attributes?: Attributes | undefined;
}

export interface TabsProps {
  readonly items?: readonly Maybe<Tab>[] | undefined;
  readonly id?: string | undefined;
  readonly idPrefix?: string | undefined;
  /** Heading for when there is no script; "Contents" unless given. */
  readonly title?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Views of one thing, one at a time, as govuk-frontend's tabs; without script, all below each other. */
export function Tabs(props: TabsProps): Html {
  const tabs = placed(props);
  return (
    <div
      id={props.id}
      class={classNames('govuk-tabs', props.classes)}
      {...attributeProps(props.attributes)}
      data-module="govuk-tabs"
    >
      <h2 class="govuk-tabs__title">{props.title ?? 'Contents'}</h2>
      {tabs.length > 0 && (
        <ul class="govuk-tabs__list">
          {tabs.map(({ tab, panelId, first }) => (
            <li class={classNames('govuk-tabs__list-item', first && 'govuk-tabs__list-item--selected')}>
              <a class="govuk-tabs__tab" href={`#${panelId}`} {...attributeProps(tab.attributes)}>
                {tab.label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {tabs.map(({ tab, panelId, first }) => (
        <div
          class={classNames('govuk-tabs__panel', !first && 'govuk-tabs__panel--hidden')}
          id={panelId}
          {...attributeProps(tab.panel.attributes)}
        >
          {panelContent(tab.panel)}
        </div>
      ))}
    </div>
  );
}

/** The tabs that are there; a left-out one keeps its number, as in govuk-frontend. */
function placed({ items = [], idPrefix }: TabsProps): { tab: Tab; panelId: string; first: boolean }[] {
  return items.flatMap((item, index) =>
    present([item]).map((tab) => ({
      tab,
      panelId: tab.id || `${idPrefix ?? ''}-${index + 1}`,
      first: index === 0,
    })),
  );
}

function panelContent(panel: Tab['panel']): Html {
  if (panel.children ?? panel.html) return <>{contentOf(panel)}</>;
  return hasContent(panel) ? <p class="govuk-body">{panel.text}</p> : <></>;
}
