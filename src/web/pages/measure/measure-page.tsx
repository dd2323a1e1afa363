import { comparisonDots, formatFigure, rankedAreas, spcLine } from '../../../charts/index.ts';
import type { ComparisonDotsInput, RankedAreasInput, SpcLineInput } from '../../../charts/index.ts';
import { Breadcrumbs } from '../../components/breadcrumbs/breadcrumbs.tsx';
import { ScrollRegion } from '../../components/scroll-region/scroll-region.tsx';
import type { Html } from '../../components/html.ts';
import { Select } from '../../components/select/select.tsx';
import { Table } from '../../components/table/table.tsx';
import { Answer } from '../../layout/answer.tsx';
import { Page } from '../../layout/page.tsx';
import { AreaForm } from '../area-form.tsx';
import type { Frame } from '../frame.ts';
import { DEFAULT_AREA, wouldFill } from '../measures/model.ts';
import { unitOf } from '../measures/words.ts';
import { ResponsiveChart } from '../responsive-chart.tsx';
import type { Comparison } from './comparison.ts';
import { ChangedSection } from './changed-section.tsx';
import { GroupsSection } from './groups-section.tsx';
import { HowMeasured } from './how-measured.tsx';
import type { MeasureModel } from './model.ts';

const EVERY_WORDS = {
  month: 'By month',
  quarter: 'By quarter',
  year: 'By year',
  'rolling-12': 'Twelve months to each month',
} as const;

/** One measure in one area: the answer, the picture, against whom, where, for whom, and how we know. */
export function MeasurePage({ model, frame }: { readonly model: MeasureModel; readonly frame: Frame }): Html {
  const { measure, area, overTime, comparison, boroughs, groups } = model;
  return (
    <Page
      {...frame}
      title={`${measure.title}: ${area}`}
      current="measures"
      exact={false}
      before={<Breadcrumbs items={[{ text: 'Measures', href: '/measures' }, { text: measure.title }]} />}
    >
      <h1 class="govuk-heading-l">{measure.title}</h1>
      <Answer>{model.answer}</Answer>
      <AreaForm action={`/measures/${measure.id}`} area={area} areas={model.areas}>
        {model.everyChoices.length === 0 ? undefined : (
          <Select
            id="every"
            name="every"
            label={{ text: 'Time' }}
            value={model.every ?? 'month'}
            items={model.everyChoices.map((every) => ({ value: every, text: EVERY_WORDS[every] }))}
          />
        )}
      </AreaForm>
      {overTime !== null && (
        <ResponsiveChart<SpcLineInput>
          id={`${measure.id}-over-time`}
          draw={spcLine}
          input={overTime}
          downloads={(['csv', 'json'] as const)
            .map((format) => ({
              format: format.toUpperCase(),
              href: `/measures/${measure.id}/series.${format}${model.query}`,
              describes: `${measure.title}, ${area}`,
            }))
            .concat({
              format: 'SVG',
              href: `/measures/${measure.id}/chart.svg${model.query}`,
              describes: `the chart of ${measure.title}, ${area}`,
            })}
        />
      )}
      {comparison !== null && <ComparisonSection comparison={comparison} id={measure.id} />}
      {boroughs !== null && (
        <section class="page-part" aria-labelledby="boroughs">
          <h2 class="govuk-heading-m" id="boroughs">
            Borough by borough
          </h2>
          {boroughs.ranked === null ? (
            <p class="govuk-body not-held">{`${boroughs.missing ?? ''} ${wouldFill(measure)}`}</p>
          ) : (
            <ResponsiveChart<RankedAreasInput>
              id={`${measure.id}-boroughs`}
              draw={rankedAreas}
              input={boroughs.ranked}
            />
          )}
          <p class="govuk-body">
            <a
              class="govuk-link"
              href={`/measures/${measure.id}/compare${area === DEFAULT_AREA ? '' : `?area=${encodeURIComponent(area)}`}`}
            >
              Boroughs or forces side by side, over time
            </a>
          </p>
        </section>
      )}
      {groups !== null && <GroupsSection model={model} groups={groups} />}
      {model.changed !== null && <ChangedSection model={model} changed={model.changed} />}
      <HowMeasured model={model} />
    </Page>
  );
}

function ComparisonSection({
  comparison,
  id,
}: {
  readonly comparison: Comparison;
  readonly id: string;
}): Html {
  const { findings, dots, conventions, missing, measure } = comparison;
  return (
    <section class="page-part" aria-labelledby="compared">
      <h2 class="govuk-heading-m" id="compared">
        Against other areas and its own past
      </h2>
      {findings.map(({ sentence }) => (
        <p class="govuk-body">{sentence}</p>
      ))}
      {missing.map((sentence) => (
        <p class="govuk-body not-held">{sentence}</p>
      ))}
      {dots !== null && (
        <ResponsiveChart<ComparisonDotsInput> id={`${id}-compared`} draw={comparisonDots} input={dots} />
      )}
      {conventions.length > 0 && (
        <ScrollRegion label="What another convention would give">
          <Table
            caption="What another convention would give"
            classes="table-fit"
            firstCellIsHeader
            head={[
              { text: 'Comparator' },
              { text: 'Convention' },
              { text: measure.kind === 'rate' ? measure.unit : 'Value', format: 'numeric' },
            ]}
            rows={conventions.map(({ comparator, convention, value }) => [
              { text: comparator },
              { text: convention },
              {
                text: value === null ? 'not available' : formatFigure(value, unitOf(measure)),
                format: 'numeric',
              },
            ])}
          />
        </ScrollRegion>
      )}
      <ul class="govuk-list govuk-list--bullet quiet caveats">
        {[...new Set(findings.flatMap(({ caveats }) => caveats))].map((caveat) => (
          <li>{caveat}</li>
        ))}
      </ul>
    </section>
  );
}
