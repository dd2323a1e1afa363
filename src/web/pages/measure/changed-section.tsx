import { formatFigure } from '../../../charts/index.ts';
import { dateInWords, signedChange, spanInWords } from '../../../evidence/index.ts';
import { Button } from '../../components/button/button.tsx';
import { Details } from '../../components/details/details.tsx';
import type { Html } from '../../components/html.ts';
import { Input } from '../../components/input/input.tsx';
import { ScrollRegion } from '../../components/scroll-region/scroll-region.tsx';
import { Table } from '../../components/table/table.tsx';
import { unitOf, upperFirst } from '../measures/words.ts';
import type { ChangedSince } from './changed.ts';
import type { MeasureModel } from './model.ts';

/** More rows than these are in the command line's JSON. */
const MOST_ROWS = 12;

type Row = Readonly<Record<string, unknown>>;

/** What reads differently now from what was known on a day: the answer, its three parts, and where the revisions lie. */
export function ChangedSection({
  model,
  changed,
}: {
  readonly model: MeasureModel;
  readonly changed: ChangedSince;
}): Html {
  const { measure, area, every } = model;
  const { since, why, finding } = changed;
  const { numbers, caveats, sentence, verdict } = finding;
  return (
    <section class="page-part" aria-labelledby="what-changed">
      <h2 class="govuk-heading-m" id="what-changed">
        {why === 'meeting'
          ? `What changed since the meeting of ${dateInWords(since)}`
          : `What changed since ${dateInWords(since)}`}
      </h2>
      <p class={verdict === 'no-data' ? 'govuk-body not-held' : 'govuk-body'}>{sentence}</p>
      {why === 'first-published' && (
        <p class="govuk-body quiet">
          The comparison is with the first release held: none was out by the board’s latest meeting.
        </p>
      )}
      <form class="area-form" action={`/measures/${measure.id}#what-changed`} method="get">
        <input type="hidden" name="area" value={area} />
        {every !== null && <input type="hidden" name="every" value={every} />}
        <Input
          id="changed-since"
          name="changed-since"
          label={{ text: 'Changed since (year-month-day)' }}
          classes="govuk-input--width-10"
          value={since}
          autocomplete="off"
        />
        <Button text="Show" classes="govuk-button--secondary" />
      </form>
      {typeof numbers['change'] === 'number' && <SplitTable model={model} changed={changed} />}
      <Part model={model} changed={changed} list="areas" name="area" heading="Area" title="Area by area" />
      <Part
        model={model}
        changed={changed}
        list="periods"
        name="period"
        heading="Period"
        title="Period by period"
      />
      <Part
        model={model}
        changed={changed}
        list="groups"
        name="group"
        heading="Category"
        title="By category"
      />
      {caveats.length > 0 && (
        <ul class="govuk-list govuk-list--bullet quiet caveats">
          {caveats.map((caveat) => (
            <li>{caveat}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The difference of the latest figures and its three parts, which add up. */
function SplitTable({
  model,
  changed,
}: {
  readonly model: MeasureModel;
  readonly changed: ChangedSince;
}): Html {
  const { measure } = model;
  const { numbers } = changed.finding;
  const unit = unitOf(measure);
  const difference = (key: string): { text: string; format: 'numeric' } => ({
    text: typeof numbers[key] === 'number' ? signedChange(measure, numbers[key]) : 'not available',
    format: 'numeric',
  });
  const figure = (key: string): { text: string; format: 'numeric' } => ({
    text: formatFigure(typeof numbers[key] === 'number' ? numbers[key] : null, unit),
    format: 'numeric',
  });
  const rows: [string, string][] = [
    ['The definition', 'definition'],
    ['Revised data', 'data_revised'],
    ...(typeof numbers['data_revised_denominator'] === 'number'
      ? ([
          ['of which the count', 'data_revised_numerator'],
          ['of which the population', 'data_revised_denominator'],
        ] as [string, string][])
      : []),
    ['The world', 'world'],
  ];
  return (
    <ScrollRegion label="What makes up the difference">
      <Table
        caption="What makes up the difference"
        classes="table-fit"
        firstCellIsHeader
        head={[{ text: 'Part' }, { text: measure.unit, format: 'numeric' }]}
        rows={[
          [{ text: `${spanOf(numbers, 'then_')}, as known then` }, figure('then_value')],
          ...rows.map(([label, key]) => [{ text: label }, difference(key)]),
          [{ text: `${spanOf(numbers, 'now_')}, as known now` }, figure('now_value')],
        ]}
      />
    </ScrollRegion>
  );
}

/** One list of the finding, folded away: where the revisions lie. */
function Part({
  model,
  changed,
  list,
  name,
  heading,
  title,
}: {
  readonly model: MeasureModel;
  readonly changed: ChangedSince;
  readonly list: string;
  readonly name: string;
  readonly heading: string;
  readonly title: string;
}): Html | null {
  const { measure } = model;
  const found = changed.finding.numbers[list];
  const rows = Array.isArray(found) ? (found as readonly Row[]).filter(isRevised) : [];
  if (rows.length === 0) return null;
  const elsewhere = list === 'areas' ? changed.finding.numbers['total_given_to_no_area'] : null;
  const unit = unitOf(measure);
  const cell = (value: unknown): { text: string; format: 'numeric' } => ({
    text: formatFigure(typeof value === 'number' ? value : null, unit),
    format: 'numeric',
  });
  const more = rows.length > MOST_ROWS ? `, the ${MOST_ROWS} most revised of ${rows.length}` : '';
  return (
    <Details
      summaryText={`${title}${more}`}
      html={
        <ScrollRegion label={title}>
          <Table
            caption={title}
            captionClasses="govuk-visually-hidden"
            classes="table-fit"
            firstCellIsHeader
            head={[
              { text: heading },
              { text: 'Then', format: 'numeric' },
              { text: 'Now', format: 'numeric' },
              { text: 'Revised by', format: 'numeric' },
            ]}
            rows={rows
              .slice(0, MOST_ROWS)
              .map((row) => [
                { text: list === 'periods' ? spanOf(row, '') : text(row[name]) },
                cell(row['then']),
                cell(row['now']),
                {
                  text:
                    row['given'] === 'then'
                      ? 'no longer given'
                      : row['given'] === 'now'
                        ? 'given only now'
                        : signedChange(measure, Number(row['data_revised'])),
                  format: 'numeric',
                },
              ])
              .concat(
                typeof elsewhere === 'number' && elsewhere !== 0
                  ? [
                      [
                        { text: 'In no area within it' },
                        { text: '', format: 'numeric' },
                        { text: '', format: 'numeric' },
                        { text: signedChange(measure, elsewhere), format: 'numeric' },
                      ],
                    ]
                  : [],
              )}
          />
        </ScrollRegion>
      }
    />
  );
}

/** The span of a row in words, from the keys that begin with a prefix. */
function spanOf(row: Row, prefix: string): string {
  const [from, to] = [text(row[`${prefix}from`]), text(row[`${prefix}to`])];
  return from === '' || to === '' ? '' : upperFirst(spanInWords(from, to));
}

function isRevised(row: Row): boolean {
  return typeof row['data_revised'] === 'number' && row['data_revised'] !== 0;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
