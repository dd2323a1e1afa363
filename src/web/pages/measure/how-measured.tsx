import { dateName, formatFigure } from '../../../charts/index.ts';
import type { SeriesBreak } from '../../../areas/index.ts';
import type { Release } from '../../../lake/release.ts';
import { Details } from '../../components/details/details.tsx';
import type { Html } from '../../components/html.ts';
import { ScrollRegion } from '../../components/scroll-region/scroll-region.tsx';
import { SummaryList } from '../../components/summary-list/summary-list.tsx';
import { Table } from '../../components/table/table.tsx';
import { wouldFill } from '../measures/model.ts';
import { changeText, unitOf, upperFirst } from '../measures/words.ts';
import { covers, published } from '../release-words.ts';
import type { MeasureModel } from './model.ts';
import { publicationsOf, type Revision } from './sources.ts';

const BETTER = {
  lower: 'Lower is better',
  higher: 'Higher is better',
  neither: 'Neither is better by itself',
} as const;

/** More revised periods than these are in the files. */
const MOST_REVISIONS = 12;

/** How the measure is made: definition, breaks, sources, what was revised, and how to get the same again. */
export function HowMeasured({ model }: { readonly model: MeasureModel }): Html {
  const { measure, area, held, releases, revisions, notes } = model;
  const met = held?.judged.met ?? [];
  return (
    <section class="how-measured" aria-labelledby="how-we-know">
      <h2 class="govuk-heading-m" id="how-we-know">
        How we know
      </h2>
      <SummaryList
        rows={[
          { key: { text: 'Definition' }, value: { text: measure.definition } },
          {
            key: { text: 'Version' },
            value: {
              html: (
                <>
                  <code>{measure.version}</code>, the hash of the recipe: it changes when the meaning may
                  have.{' '}
                  <a class="govuk-link" href={`/catalogue#${measure.id}`}>
                    The whole definition
                  </a>
                </>
              ),
            },
          },
          { key: { text: 'Which way is good' }, value: { text: BETTER[measure.direction] } },
          { key: { text: 'Standing' }, value: { text: measure.standing } },
          measure.notes.length + notes.length > 0 && {
            key: { text: 'To know before use' },
            value: { html: <List items={[...measure.notes, ...notes]} /> },
          },
          {
            key: { text: 'Where series break' },
            value:
              met.length === 0
                ? { text: 'No break or event is known over this time.' }
                : { html: <BreakList breaks={met} /> },
          },
        ]}
      />
      <h3 class="govuk-heading-s">Sources</h3>
      {releases.length === 0 ? (
        <p class="govuk-body not-held">{`Nothing is held. ${wouldFill(measure)}`}</p>
      ) : (
        <SourceTable releases={releases} />
      )}
      {held !== null && (
        <>
          <h3 class="govuk-heading-s">First published, and now</h3>
          <Revisions revisions={revisions} model={model} />
        </>
      )}
      <h3 class="govuk-heading-s">The same from the command line</h3>
      <pre class="command">
        <code>{`scrutineer series ${measure.id} --area "${area}" --json\nscrutineer ask trend ${measure.id} --area "${area}"${measure.comparators.includes('national') ? `\nscrutineer ask compare ${measure.id} --area "${area}" --with national` : ''}`}</code>
      </pre>
    </section>
  );
}

function List({ items }: { readonly items: readonly string[] }): Html {
  return (
    <ul class="govuk-list">
      {items.map((item) => (
        <li>{item.trim()}</li>
      ))}
    </ul>
  );
}

function BreakList({ breaks }: { readonly breaks: readonly SeriesBreak[] }): Html {
  return (
    <ul class="govuk-list">
      {breaks.map(({ date, until, reason, comparable, status, source }) => (
        <li>
          <strong>{until === null ? dateName(date) : `${dateName(date)} to ${dateName(until)}`}</strong>
          {comparable ? ' (figures stay comparable)' : ' (figures do not compare)'}
          {status === 'unconfirmed' && ', unconfirmed'}. {reason.trim()} <span class="quiet">{source}</span>
        </li>
      ))}
    </ul>
  );
}

function SourceTable({ releases }: { readonly releases: readonly Release[] }): Html {
  return (
    <ScrollRegion label="Sources">
      <Table
        caption="Releases that these figures come from"
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={[
          { text: 'Publication' },
          { text: 'Publisher' },
          { text: 'Covers' },
          { text: 'Published' },
          { text: 'SHA-256' },
        ]}
        rows={publicationsOf(releases).map(({ title, publisher, releases: own }) => {
          const [latest] = own;
          const earliest = own.at(-1) ?? latest;
          return [
            { text: title },
            { text: publisher },
            { text: covers({ from: earliest.from, to: latest.to }) },
            {
              text:
                own.length === 1
                  ? published(latest)
                  : `${own.length} releases, the last ${published(latest)}`,
            },
            { html: <Hashes releases={own} /> },
          ];
        })}
      />
    </ScrollRegion>
  );
}

/** Each release with the hash of its bytes; many fold away. */
function Hashes({ releases }: { readonly releases: readonly Release[] }): Html {
  const links = releases.map(({ release, sha256 }) => (
    <div>
      <a class="govuk-link" href={`/data/${release}`}>
        <code>{sha256.slice(0, 12)}</code>
      </a>
    </div>
  ));
  if (releases.length <= 3) return <>{links}</>;
  return (
    <Details summaryText={`${releases.length} releases`} html={<>{links}</>} classes="details-in-table" />
  );
}

function Revisions({
  revisions,
  model,
}: {
  readonly revisions: readonly Revision[];
  readonly model: MeasureModel;
}): Html {
  const { measure } = model;
  if (revisions.length === 0)
    return (
      <p class="govuk-body">
        No figure shown here differs from what the earliest release held gave for the same time.
      </p>
    );
  const unit = unitOf(measure);
  return (
    <>
      <p class="govuk-body">
        {`${revisions.length} figures differ from what the earliest release held gave for the same time${revisions.length > MOST_REVISIONS ? `; the latest ${MOST_REVISIONS} are below` : ''}.`}
      </p>
      <ScrollRegion label="Figures that were revised">
        <Table
          caption="Figures that were revised"
          captionClasses="govuk-visually-hidden"
          classes="table-fit"
          firstCellIsHeader
          head={[
            { text: 'Period' },
            { text: 'First published', format: 'numeric' },
            { text: 'Now', format: 'numeric' },
            { text: 'Revised by', format: 'numeric' },
          ]}
          rows={revisions.slice(0, MOST_REVISIONS).map(({ period, first, now }) => [
            { text: upperFirst(period) },
            { text: formatFigure(first, unit), format: 'numeric' },
            { text: formatFigure(now, unit), format: 'numeric' },
            {
              text: first === 0 ? '' : changeText(now / first - 1, 'fraction'),
              format: 'numeric',
            },
          ])}
        />
      </ScrollRegion>
    </>
  );
}
