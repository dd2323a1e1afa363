import { formatFigure, sparkLine } from '../../../charts/index.ts';
import { raw } from 'hono/html';
import { Breadcrumbs } from '../../components/breadcrumbs/breadcrumbs.tsx';
import { Details } from '../../components/details/details.tsx';
import type { Html } from '../../components/html.ts';
import { SortableTable } from '../../components/sortable-table/sortable-table.tsx';
import { Answer, HowWeKnow } from '../../layout/answer.tsx';
import { Page } from '../../layout/page.tsx';
import { AreaForm } from '../area-form.tsx';
import type { Frame } from '../frame.ts';
import type { Groups } from '../measure/groups.ts';
import type { AreaModel } from './area-model.ts';
import { AreaTable } from './area-table.tsx';
import { MapFigure } from './map-figure.tsx';

/** Everything about one area: the answer, where it stands on the map, trust, searches, and every measure with a figure. */
export function AreaPage({ model, frame }: { readonly model: AreaModel; readonly frame: Frame }): Html {
  const { area, map, trust, searches, placed, wards, themes, without } = model;
  const borough = area.type === 'borough';
  return (
    <Page
      {...frame}
      title={area.name}
      current="areas"
      exact={false}
      before={<Breadcrumbs items={[{ text: 'Areas', href: '/areas' }, { text: area.name }]} />}
    >
      <h1 class="govuk-heading-l">{area.name}</h1>
      <Answer>{model.answer}</Answer>
      <AreaForm action="/areas" area={area.name} areas={model.areas.map(({ name }) => name)} />
      {map !== null && (
        <section class="page-part" aria-labelledby="map">
          <h2 class="govuk-heading-m" id="map">
            {borough ? 'Where it stands' : 'Borough by borough'}
          </h2>
          <MapFigure id={`${area.slug}-map`} input={map} />
        </section>
      )}
      {trust !== null && (
        <section class="page-part" aria-labelledby="trust">
          <h2 class="govuk-heading-m" id="trust">
            Trust
          </h2>
          <p class="govuk-body">{trust}</p>
        </section>
      )}
      <section class="page-part" aria-labelledby="searches">
        <h2 class="govuk-heading-m" id="searches">
          Searches and what came of them
        </h2>
        {searches.length === 0 ? (
          <p class="govuk-body not-held">
            {placed ??
              'No searches are held for this area. They would come from data.police.uk, and be placed by the boundaries imported.'}
          </p>
        ) : (
          <>
            {placed !== null && <p class="govuk-body">{placed}</p>}
            <AreaTable
              caption={`Searches in ${area.name}`}
              themes={[{ title: '', things: searches }]}
              national={!borough}
            />
          </>
        )}
      </section>
      {wards !== null && <Wards area={area.name} wards={wards} />}
      <section class="page-part" aria-labelledby="measures">
        <h2 class="govuk-heading-m" id="measures">
          Every measure with a figure
        </h2>
        <AreaTable caption={`Measures in ${area.name}`} themes={themes} national={!borough} />
        {without.length > 0 && (
          <Details summaryText={`${without.length} measures without a figure for ${area.name}`}>
            <ul class="govuk-list area-without">
              {without.map(({ title, href, missing }) => (
                <li>
                  <a class="govuk-link" href={href}>
                    {title}
                  </a>
                  {missing !== null && <span class="quiet">{` ${missing}`}</span>}
                </li>
              ))}
            </ul>
          </Details>
        )}
      </section>
      <HowWeKnow>
        {borough && (
          <p class="govuk-body">
            <strong>Against London</strong> sets the latest year of the borough against the same year of the
            Metropolitan Police area (32 boroughs, without the City): rates per resident as a ratio, shares as
            a difference in percentage points. A count has no comparison unless people are counted too; nor
            has a count of searches, since those without a place stand in London's figure only. Beneath stands
            the 95% interval; <strong>not told</strong> means that it leaves open which is higher. With so
            many measures about one in twenty would be told apart by chance alone.
          </p>
        )}
        <p class="govuk-body">
          Searches are placed by their coordinates, which are moved to the nearest of a list of map points
          before they are published: counts near a border are blurred. Crime counted by borough is as the
          force publishes it.
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={`/measures?area=${encodeURIComponent(area.name)}`}>
            The table of measures
          </a>
          ,{' '}
          <a class="govuk-link" href="/methods">
            the methods
          </a>{' '}
          and{' '}
          <a class="govuk-link" href="/data">
            the data held
          </a>
          .
        </p>
      </HowWeKnow>
    </Page>
  );
}

function Wards({ area, wards }: { readonly area: string; readonly wards: Groups }): Html {
  return (
    <section class="page-part" aria-labelledby="wards">
      <h2 class="govuk-heading-m" id="wards">
        Searches by ward
      </h2>
      <SortableTable
        caption={`Searches in ${area} by ward, ${wards.period}`}
        classes="scan-table"
        firstCellIsHeader
        head={[
          { text: 'Ward' },
          { text: 'Over time', sortable: false },
          { text: 'Searches', format: 'numeric', sorted: 'descending' },
          { text: 'Share', format: 'numeric' },
          { text: 'Year before', format: 'numeric' },
        ]}
        rows={wards.rows.map(({ group, value, share, before, spark }) => [
          { text: group },
          { html: raw(sparkLine(spark).svg) },
          { text: formatFigure(value, 'count'), format: 'numeric', sortValue: value },
          { text: formatFigure(share, 'proportion'), format: 'numeric', sortValue: share },
          { text: formatFigure(before, 'count'), format: 'numeric', sortValue: before },
        ])}
      />
      {wards.notShown > 0 && (
        <p class="govuk-body quiet">{`${wards.notShown} smaller wards are not shown.`}</p>
      )}
    </section>
  );
}
