import { formatFigure, missingHeatMap, type MissingHeatMapInput } from '../../../charts/index.ts';
import type { Status } from '../../../measures/index.ts';
import { Breadcrumbs } from '../../components/breadcrumbs/breadcrumbs.tsx';
import type { Html } from '../../components/html.ts';
import { ScrollRegion } from '../../components/scroll-region/scroll-region.tsx';
import { Table } from '../../components/table/table.tsx';
import { Answer, HowWeKnow } from '../../layout/answer.tsx';
import { Page } from '../../layout/page.tsx';
import { AreaForm } from '../area-form.tsx';
import type { Frame } from '../frame.ts';
import { ResponsiveChart } from '../responsive-chart.tsx';
import type { CompletenessModel, SetModel } from './model.ts';

const HEADS: readonly (readonly [Status, string])[] = [
  ['recorded', 'Recorded'],
  ['conflicting', 'At odds'],
  ['not-stated', 'Not stated'],
  ['refused', 'Refused'],
  ['unknown', 'Unknown'],
  ['missing', 'Blank'],
];

/** What of people is recorded and what is missing, table by table: nothing said of groups is better than this. */
export function CompletenessPage({
  model,
  frame,
}: {
  readonly model: CompletenessModel;
  readonly frame: Frame;
}): Html {
  const { area, areas, sets, empty } = model;
  return (
    <Page
      {...frame}
      title={`What is recorded: ${area}`}
      current="data"
      exact={false}
      before={<Breadcrumbs items={[{ text: 'Data', href: '/data' }, { text: 'What is recorded' }]} />}
    >
      <h1 class="govuk-heading-l">What is recorded of people, and what is missing</h1>
      <Answer>{model.answer}</Answer>
      <AreaForm action="/completeness" area={area} areas={areas} />
      {sets.map((set) => (
        <RecordSet set={set} />
      ))}
      {empty.length > 0 && (
        <section class="page-part" aria-labelledby="not-held">
          <h2 class="govuk-heading-m" id="not-held">
            Of which nothing is held here
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {empty.map(({ title, sources }) => (
              <li>
                {title}: <span class="quiet">would come from {sources}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <HowWeKnow>
        <p class="govuk-body">
          Every record has one status for each field: recorded; at odds with another column that says the same
          of the person; not stated; refused; unknown to whoever wrote it; or blank. They add up to all
          records. Which of these a publisher tells apart differs: where one word stands for several, it is
          counted under the one it most plainly means, and the catalogue says so.
        </p>
        <p class="govuk-body">
          Records in which a field is missing need not look like the others. A share worked out among the
          known is therefore a guess about the rest; the{' '}
          <a class="govuk-link" href="/powers">
            powers page
          </a>{' '}
          gives the bounds within which the truth must lie.
        </p>
      </HowWeKnow>
    </Page>
  );
}

function RecordSet({ set }: { readonly set: SetModel }): Html {
  const heads = HEADS.filter(([status]) => set.fields.some(({ shares }) => shares[status] > 0));
  return (
    <section class="page-part" aria-labelledby={set.id}>
      <h2 class="govuk-heading-m" id={set.id}>
        {set.title.charAt(0).toUpperCase() + set.title.slice(1)}
      </h2>
      <ResponsiveChart<MissingHeatMapInput>
        id={`missing-${set.id}`}
        draw={missingHeatMap}
        input={set.heatMap}
      />
      <ScrollRegion label={`What became of each field, ${set.title}`}>
        <Table
          caption={`What became of each field, ${set.span}`}
          classes="table-fit"
          firstCellIsHeader
          head={[
            { text: 'Field' },
            { text: 'Records', format: 'numeric' },
            ...heads.map(([, text]) => ({ text, format: 'numeric' })),
          ]}
          rows={set.fields.map(({ title, measure, records, shares }) => [
            {
              html: (
                <a class="govuk-link" href={`/measures/${measure}`}>
                  {title}
                </a>
              ),
            },
            { text: formatFigure(records, 'count'), format: 'numeric' },
            ...heads.map(([status]) => ({
              text: formatFigure(shares[status], 'proportion', 1),
              format: 'numeric',
            })),
          ])}
        />
      </ScrollRegion>
      {set.notes.length > 0 && (
        <ul class="govuk-list govuk-list--bullet quiet caveats">
          {set.notes.map((note) => (
            <li>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
