import { monthInWords } from '../../../evidence/index.ts';
import type { Html } from '../../components/html.ts';
import { Details } from '../../components/details/details.tsx';
import { ScrollRegion } from '../../components/scroll-region/scroll-region.tsx';
import { SortableTable } from '../../components/sortable-table/sortable-table.tsx';
import { Table } from '../../components/table/table.tsx';
import { Answer, HowWeKnow } from '../../layout/answer.tsx';
import { Page } from '../../layout/page.tsx';
import type { Frame } from '../frame.ts';
import { covers, published } from '../release-words.ts';
import { shortPublisher } from '../measures/words.ts';
import { ChecksSection } from './checks-section.tsx';
import { MonthStrip } from './month-strip.tsx';
import { TemplatesSection } from './templates-section.tsx';
import type { Coverage } from './coverage.ts';
import type { DataModel, Publication } from './model.ts';

/** What data are held, what of them was turned away, what is missing, and where the rest would come from. */
export function DataPage({ model, frame }: { readonly model: DataModel; readonly frame: Frame }): Html {
  const { publications, coverage, notHeld, templates, empty } = model;
  return (
    <Page {...frame} title="Data" current="data">
      <h1 class="govuk-heading-l">Data</h1>
      <Answer>{model.answer}</Answer>
      <p class="govuk-body">
        What is missing inside these records, field by field:{' '}
        <a class="govuk-link" href="/completeness">
          what is recorded of people
        </a>
        .
      </p>
      {publications.length > 0 && <Publications publications={publications} />}
      {coverage.length > 0 && <CoverageTable coverage={coverage} illustrative={frame.illustrative} />}
      {publications.length > 0 && <ChecksSection problems={model.problems} />}
      <section class="page-part" aria-labelledby="not-held">
        <h2 class="govuk-heading-m" id="not-held">
          What is not held
        </h2>
        {empty.length > 0 && <Empty measures={empty} />}
        {notHeld.length > 0 && (
          <ScrollRegion label="Formats that can be read and are not held">
            <Table
              caption="Formats that can be read and are not held"
              classes="table-fit"
              firstCellIsHeader
              head={[{ text: 'Publication' }, { text: 'Publisher' }, { text: 'Published at' }]}
              rows={notHeld.map(({ title, publisher, address }) => [
                { text: title },
                { text: shortPublisher(publisher) },
                { html: <Address address={address} title={title} /> },
              ])}
            />
          </ScrollRegion>
        )}
      </section>
      <TemplatesSection templates={templates} />
      <HowWeKnow>
        <p class="govuk-body">
          A release is one import of one file: it never changes. A later release of the same publication
          supersedes it where both cover the same days, and the earlier stays readable, so any figure can be
          asked for as it was first published. A day of publication that the publisher does not state is
          bounded by the last day that the file covers, and marked “or later”.
        </p>
        <p class="govuk-body">
          To add data: <code>scrutineer import FILE</code>. A figure that is only printed somewhere can be
          typed with its citation: <code>scrutineer sources</code> shows how.
        </p>
      </HowWeKnow>
    </Page>
  );
}

/** More measures without a figure than these are shown only when asked for. */
const MOST_NAMED = 12;

function Empty({ measures }: { readonly measures: DataModel['empty'] }): Html {
  const links = measures.map(({ title, href }) => (
    <li>
      <a class="govuk-link" href={href}>
        {title}
      </a>
    </li>
  ));
  const list = <ul class="govuk-list govuk-list--bullet">{links}</ul>;
  if (measures.length > MOST_NAMED)
    return <Details summaryText={`No figure is held for ${measures.length} measures`} html={list} />;
  return (
    <>
      <p class="govuk-body">No figure is held for:</p>
      {list}
    </>
  );
}

/** A link that shows the site alone: whole addresses are long. */
function Address({ address, title }: { readonly address: string; readonly title: string }): Html {
  const site = /^https?:\/\/(?:www\.)?([^/]+)/.exec(address)?.[1];
  if (site === undefined) return <>{address}</>;
  return (
    <a class="govuk-link" href={address}>
      {site}
      <span class="govuk-visually-hidden"> for {title}</span>
    </a>
  );
}

function Publications({ publications }: { readonly publications: readonly Publication[] }): Html {
  return (
    <SortableTable
      caption="Publications held"
      classes="data-table"
      firstCellIsHeader
      head={[
        { text: 'Publication' },
        { text: 'Covers' },
        { text: 'Published' },
        { text: 'Rows', format: 'numeric' },
        { text: 'Turned away', format: 'numeric' },
        { text: 'Repeats', format: 'numeric' },
        { text: 'Warnings', format: 'numeric' },
        { text: 'Releases', sortable: false },
      ]}
      rows={publications.map((each) => {
        const { releases } = each;
        const days = releases
          .flatMap(({ from, to }) => (from === null || to === null ? [] : [from, to]))
          .toSorted();
        const newest = releases.toSorted((a, b) => (b.published ?? '').localeCompare(a.published ?? ''))[0];
        return [
          {
            html: (
              <>
                {each.title}
                <span class="measures-table__small">{each.publisher}</span>
              </>
            ),
            sortValue: each.title,
          },
          {
            text: covers({ from: days[0] ?? null, to: days.at(-1) ?? null }),
            sortValue: days.at(-1) ?? null,
          },
          { text: newest === undefined ? '' : published(newest), sortValue: newest?.published ?? null },
          count(each.rows),
          count(each.rejects),
          count(each.duplicates),
          count(each.warnings),
          { html: <Releases releases={releases} /> },
        ];
      })}
    />
  );
}

function count(value: number) {
  return { text: value.toLocaleString('en-GB'), format: 'numeric', sortValue: value };
}

function Releases({ releases }: { readonly releases: Publication['releases'] }): Html {
  const links = releases.map((release) => (
    <div>
      <a class="govuk-link" href={`/data/${release.release}`}>
        {release.to === null ? 'release' : `to ${monthInWords(release.to)}`}
        <span class="govuk-visually-hidden">
          {' '}
          of {release.title}, {release.release}
        </span>
      </a>
      {release.rows_rejected > 0 && `, ${release.rows_rejected.toLocaleString('en-GB')} turned away`}
    </div>
  ));
  if (releases.length <= 3) return <>{links}</>;
  return (
    <Details summaryText={`${releases.length} releases`} html={<>{links}</>} classes="details-in-table" />
  );
}

function CoverageTable({
  coverage,
  illustrative,
}: {
  readonly coverage: readonly Coverage[];
  readonly illustrative: boolean;
}): Html {
  return (
    <section class="page-part" aria-labelledby="missing-months">
      <h2 class="govuk-heading-m" id="missing-months">
        Missing months
      </h2>
      <ScrollRegion label="Months held and missing">
        <Table
          caption="Months held and missing, of what is published by month"
          captionClasses="govuk-visually-hidden"
          firstCellIsHeader
          head={[
            { text: 'Publication' },
            { text: 'From its first month to its last' },
            { text: 'Held', format: 'numeric' },
            { text: 'Missing' },
          ]}
          rows={coverage.map((each, index) => [
            { text: each.title },
            { html: <MonthStrip coverage={each} id={`months-${index}`} illustrative={illustrative} /> },
            { text: `${each.held} of ${each.months.length}`, format: 'numeric' },
            { html: <Missing coverage={each} /> },
          ])}
        />
      </ScrollRegion>
    </section>
  );
}

function Missing({ coverage: { missing } }: { readonly coverage: Coverage }): Html {
  if (missing.length === 0) return <>none</>;
  const words = runs(missing).join(', ');
  return missing.length <= 6 ? (
    <>{words}</>
  ) : (
    <Details summaryText={`${missing.length} months`} text={words} classes="details-in-table" />
  );
}

/** Months that follow one another as a span: "May 2017 to June 2017". */
function runs(months: Coverage['missing']): string[] {
  const spans: [string, string][] = [];
  for (const month of months) {
    const last = spans.at(-1);
    if (last && monthAfter(last[1]) === month.slice(0, 7)) last[1] = month;
    else spans.push([month, month]);
  }
  return spans.map(([from, to]) =>
    from === to ? monthInWords(from) : `${monthInWords(from)} to ${monthInWords(to)}`,
  );
}

function monthAfter(day: string): string {
  const [year, month] = day.split('-').map(Number);
  return month === 12 ? `${(year ?? 0) + 1}-01` : `${year}-${String((month ?? 0) + 1).padStart(2, '0')}`;
}
