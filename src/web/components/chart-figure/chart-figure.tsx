import { raw } from 'hono/html';
import type { Chart } from '../../../charts/index.ts';
import { classNames } from '../attributes.ts';
import { Details } from '../details/details.tsx';
import { type Download, DownloadLinks } from '../download-links/download-links.tsx';
import type { Html } from '../html.ts';
import { ScrollRegion } from '../scroll-region/scroll-region.tsx';
import { type CellFormatter, ChartNumbers } from './chart-numbers.tsx';

export interface ChartFigureProps {
  /** Laid out for a wide screen (960 pixels). */
  readonly chart: Chart;
  /** The same chart laid out for a tablet (640 pixels) and a phone (340). Each needs ids of its own. */
  readonly medium?: Chart | undefined;
  readonly narrow?: Chart | undefined;
  /** How the cells of the table are printed. */
  readonly format?: CellFormatter | undefined;
  readonly downloads?: readonly Download[] | undefined;
  /** Shows the numbers at once rather than behind a key press. */
  readonly open?: boolean | undefined;
}

/**
 * A chart with its reading beneath and its numbers one key press away. The picture is printed as it is: `src/charts` escapes
 * every name in it. The browser script reads the points aloud from the table's rows (`data-row` on the marks).
 */
export function ChartFigure({
  chart,
  medium,
  narrow,
  format,
  downloads = [],
  open = false,
}: ChartFigureProps): Html {
  return (
    <figure class="chart-figure">
      {layouts(chart, medium, narrow).map(([screens, svg]) => (
        <div class={classNames('chart-figure__picture', screens)}>{raw(svg)}</div>
      ))}
      <figcaption class="chart-figure__reading">{chart.reading}</figcaption>
      <Details summaryText="Show the numbers as a table" classes="chart-figure__numbers" open={open}>
        <ScrollRegion label={chart.table.caption}>
          <ChartNumbers table={chart.table} format={format} />
        </ScrollRegion>
      </Details>
      <DownloadLinks downloads={downloads} />
    </figure>
  );
}

/** The pictures there are, each with the class that shows it on the screens that no better one is for. */
function layouts(
  chart: Chart,
  medium: Chart | undefined,
  narrow: Chart | undefined,
): [screens: string, svg: string][] {
  const from = medium ? 'wide' : narrow ? 'medium' : '';
  const pictures: [string, string][] = [[from && `chart-figure__picture--from-${from}`, chart.svg]];
  if (medium) pictures.push([`chart-figure__picture--medium${narrow ? '' : '-and-narrow'}`, medium.svg]);
  if (narrow) pictures.push(['chart-figure__picture--narrow', narrow.svg]);
  return pictures;
}
