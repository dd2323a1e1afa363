import { raw } from 'hono/html';
import type { Chart } from '../../../charts/chart.ts';
import { Details } from '../details/details.tsx';
import { type Download, DownloadLinks } from '../download-links/download-links.tsx';
import type { Html } from '../html.ts';
import { ScrollRegion } from '../scroll-region/scroll-region.tsx';
import { type CellFormatter, ChartNumbers } from './chart-numbers.tsx';

export interface ChartFigureProps {
  readonly chart: Chart;
  /** The same chart laid out for a phone; shown instead on narrow screens. Its ids must differ from the chart's. */
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
export function ChartFigure({ chart, narrow, format, downloads = [], open = false }: ChartFigureProps): Html {
  return (
    <figure class="chart-figure">
      {narrow ? (
        <>
          <div class="chart-figure__picture chart-figure__picture--wide">{raw(chart.svg)}</div>
          <div class="chart-figure__picture chart-figure__picture--narrow">{raw(narrow.svg)}</div>
        </>
      ) : (
        <div class="chart-figure__picture">{raw(chart.svg)}</div>
      )}
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
