import { raw } from 'hono/html';
import { sparkLine } from '../../../charts/index.ts';
import type { Html } from '../../components/html.ts';
import { SortableTable, type SortableCell } from '../../components/sortable-table/sortable-table.tsx';
import { Mark } from '../../components/mark/mark.tsx';
import { VariationMark } from '../../components/variation/variation-mark.tsx';
import { Answer, HowWeKnow } from '../../layout/answer.tsx';
import { Page } from '../../layout/page.tsx';
import type { Frame } from '../frame.ts';
import { AreaForm } from '../area-form.tsx';
import type { ComparatorCell, HeldCells, MeasureRow, MeasuresModel } from './model.ts';
import { WithoutFigures } from './without-figures.tsx';
import { qualifiedFigure, SmallPrint } from './small-print.tsx';

/** All measures at once: one table, of those that hold figures, that scans; the others are folded beneath it. */
export function MeasuresPage({
  model,
  frame,
}: {
  readonly model: MeasuresModel;
  readonly frame: Frame;
}): Html {
  const { area, themes } = model;
  const filled = themes.flatMap(({ title, things }) => {
    const held = things.flatMap((each) => (each.held === null ? [] : [row(each, each.held)]));
    return held.length === 0 ? [] : [themeRow(title), ...held];
  });
  return (
    <Page {...frame} title={`Measures: ${area}`} current="measures">
      <h1 class="govuk-heading-l">Measures</h1>
      <Answer>{model.answer}</Answer>
      <AreaForm action="/measures" area={area} areas={model.areas} />
      {filled.length > 0 && (
        <SortableTable
          caption={`Measures in ${area}`}
          captionClasses="govuk-visually-hidden"
          classes="scan-table measures-table"
          firstCellIsHeader
          head={[
            { text: 'Measure' },
            { text: 'Over time', sortable: false },
            { text: 'Latest', format: 'numeric' },
            { text: 'On a year before', format: 'numeric' },
            { text: 'Beyond chance?' },
            { text: 'Last point' },
            { text: 'National' },
            { text: 'Similar forces' },
            { text: 'Source and age' },
          ]}
          rows={filled}
        />
      )}
      <WithoutFigures themes={themes} />
      <HowWeKnow>
        <p class="govuk-body">
          The{' '}
          <a class="govuk-link" href="/catalogue">
            catalogue
          </a>{' '}
          has every definition, with its sources and breaks.
        </p>
        <p class="govuk-body">
          <strong>On a year before</strong> sets the last three months together against the same three months
          a year before; a survey's year and a yearly figure are set against the year before. Beneath it
          stands the 95% interval of the change. <strong>Beyond chance</strong> means that the interval leaves
          out no change at all, with the month-to-month scatter of the measure itself allowed for. With so
          many measures about one in twenty would pass for a change by chance alone.
        </p>
        <p class="govuk-body">
          <strong>Last point</strong> is judged by the “plot the dots” rules (XmR chart of the last 36
          periods). It takes no account of season, so read it with the change beside it.{' '}
          <strong>National</strong> and <strong>similar forces</strong> compare rates per head over the latest
          period that is published for all; that may be older than the latest figure. The list of similar
          forces is unconfirmed. Nothing is compared across a break in a series.
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href="/methods">
            The methods in full
          </a>
          ,{' '}
          <a class="govuk-link" href="/data">
            the data held
          </a>{' '}
          and{' '}
          <a class="govuk-link" href="/words">
            what the words mean
          </a>
          .
        </p>
      </HowWeKnow>
    </Page>
  );
}

function themeRow(title: string): SortableCell[] {
  const heading = { 'data-group-heading': true };
  return [{ text: title, colspan: 9, classes: 'measures-table__theme', attributes: heading }];
}

function row(measure: MeasureRow, held: HeldCells): SortableCell[] {
  const { spark } = measure;
  const name: SortableCell = {
    html: (
      <a class="govuk-link" href={measure.href}>
        {measure.title}
      </a>
    ),
    sortValue: measure.title,
  };
  return [
    name,
    spark === null ? { text: '' } : { html: raw(sparkLine(spark).svg) },
    qualifiedFigure(held.latest, held.period, held.latestValue),
    held.change === null
      ? { html: <SmallPrint text={held.why ?? 'not available'} />, format: 'numeric', sortValue: null }
      : qualifiedFigure(held.change, held.interval ?? '', held.changeValue),
    verdict(held),
    held.noVariation === null
      ? { html: <VariationMark {...held.variation} /> }
      : { html: <SmallPrint text={held.noVariation} />, sortValue: null },
    comparator(measure.national),
    comparator(measure.similar),
    {
      html: (
        <>
          <SmallPrint text={held.source} />
          <SmallPrint text={held.age} />
        </>
      ),
      sortValue: held.to,
    },
  ];
}

function verdict({ verdict: words, tone, direction, why }: HeldCells): SortableCell {
  const shown = tone === 'none' ? null : tone;
  return {
    html: (
      <span class={`measures-table__verdict measures-table__verdict--${tone}`} title={why ?? undefined}>
        {shown !== null && direction !== null && (
          <Mark shape={tone === 'neutral' ? 'diamond' : `triangle-${direction}`} tone={shown} />
        )}{' '}
        {words}
      </span>
    ),
    sortValue: words,
  };
}

function comparator({ words, period }: ComparatorCell): SortableCell {
  const told = period !== null;
  return {
    html: told ? (
      <>
        {words}
        <SmallPrint text={period} />
      </>
    ) : (
      <SmallPrint text={words} />
    ),
    sortValue: told ? words : null,
  };
}
