import { raw } from 'hono/html';
import { sparkLine } from '../../charts/index.ts';
import { areaInWords } from '../../evidence/words.ts';
import type { MeasuredChange, MeasureSummary } from '../../evidence/index.ts';
import type { Html } from '../../web/components/html.ts';
import { ScrollRegion } from '../../web/components/scroll-region/scroll-region.tsx';
import { Table, type TableCell } from '../../web/components/table/table.tsx';
import { VariationMark } from '../../web/components/variation/variation-mark.tsx';
import { chartUnit } from '../pictures/chart-unit.ts';
import { CHANGE_VERDICTS, changeAmount, changeRange, latestWords, standWords } from './change-words.ts';
import type { PackModel } from './pack-model.ts';
import { PackSection } from './pack-section.tsx';

const HEADS = [
  'Measure',
  'Over time',
  'Latest',
  'On a year before',
  'Beyond chance?',
  'Last point',
  'Nation',
  'Similar forces',
];

/** What changed beyond noise: measures that did first, the others after them. */
export function ChangesSection({ model }: { readonly model: PackModel }): Html {
  const { measures, unheld, area } = model;
  const moved = measures.filter(hasMoved);
  const ordered = [...moved, ...measures.filter((each) => !hasMoved(each))];
  const untold = measures.filter(({ held }) => held?.change.verdict === 'unknown').length;
  return (
    <PackSection number={1} title="What changed beyond noise">
      <p class="answer">
        {measures.length === 0
          ? `No figures are held of any measure in ${areaInWords(area)}.`
          : `Of ${measures.length} measures with figures, ${moved.length} changed on a year before by more than chance would explain; of ${untold} it cannot be told.`}
      </p>
      {measures.length > 0 && (
        <ScrollRegion label={`Measures in ${areaInWords(area)}`}>
          <Table
            caption={`Measures in ${areaInWords(area)}`}
            captionClasses="govuk-visually-hidden"
            classes="scan-table pack-measures"
            firstCellIsHeader
            head={HEADS.map((text) => ({ text }))}
            rows={ordered.map((summary) => row(summary, model.illustrative))}
          />
        </ScrollRegion>
      )}
      <p class="govuk-body-s">
        In brackets the 95% interval of the change; percentage points for shares. “Last point” is judged by
        the “plot the dots” rules against the 36 periods before it. Comparisons with the nation and with
        similar forces are of the latest period published for all; the list of similar forces is unconfirmed.
        {unheld.length > 0 &&
          ` No figures are held of ${unheld.length} more: ${unheld.map(({ measure }) => measure.title.toLowerCase()).join('; ')}.`}
      </p>
    </PackSection>
  );
}

function hasMoved({ held }: MeasureSummary): boolean {
  return held?.change.verdict === 'higher' || held?.change.verdict === 'lower';
}

function row(summary: MeasureSummary, illustrative: boolean): TableCell[] {
  const { measure, held, verdicts } = summary;
  const { value, period } = latestWords(summary);
  if (held === null) return [{ text: measure.title }];
  const step = { 1: 'month', 3: 'quarter', 12: 'year' } as const;
  return [
    {
      html: (
        <a class="govuk-link" href={`#definition-${measure.id}`}>
          {measure.title}
        </a>
      ),
    },
    {
      html: raw(
        sparkLine({
          id: `spark-${measure.id}`,
          illustrative,
          subject: measure.title,
          unit: chartUnit(measure),
          every: step[held.spark.step],
          from: held.spark.from,
          values: held.spark.values,
          width: 96,
          ...(held.variation === null
            ? {}
            : { variation: held.variation.variation, side: held.variation.side }),
        }).svg,
      ),
    },
    {
      html: (
        <>
          {value} <span class="pack-period">{period}</span>
        </>
      ),
    },
    { html: <Change change={held.change} /> },
    { text: CHANGE_VERDICTS[held.change.verdict] },
    {
      html:
        held.variation === null ? (
          <span class="pack-why">{held.cadence === 'rolling' ? 'windows overlap' : 'too few points'}</span>
        ) : (
          <VariationMark variation={held.variation.variation} side={held.variation.side} />
        ),
    },
    { text: standWords(verdicts.national.verdict, verdicts.national.finding) },
    { text: standWords(verdicts.mostSimilar.verdict, verdicts.mostSimilar.finding) },
  ];
}

function Change({ change }: { readonly change: MeasuredChange }): Html {
  const range = changeRange(change);
  return change.amount === null ? (
    <span class="pack-why">{change.why ?? 'not available'}</span>
  ) : (
    <>
      <span class="numbers">{changeAmount(change)}</span>{' '}
      {range !== null && <span class="pack-period">({range})</span>}
    </>
  );
}
