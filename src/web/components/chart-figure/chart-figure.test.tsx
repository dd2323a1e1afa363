import { expect, test } from 'vitest';
import type { Chart } from '../../../charts/chart.ts';
import { htmlText } from '../html.ts';
import { ChartFigure } from './chart-figure.tsx';

const chart = (rows: Chart['table']['rows'], svg = '<svg id="wide"></svg>'): Chart => ({
  svg,
  reading: 'It rose <a little> & fell.',
  table: {
    caption: 'By month',
    columns: [
      { key: 'month', label: 'Month', numeric: false },
      { key: 'value', label: 'Value', numeric: true },
    ],
    rows,
  },
});

test('the picture stands as it is, its reading is escaped, its numbers are in a table that names its rows', () => {
  const html = htmlText(<ChartFigure chart={chart([['May', 1204.5]])} />);
  expect(html).toContain('<div class="chart-figure__picture"><svg id="wide"></svg></div>');
  expect(html).toContain('It rose &lt;a little&gt; &amp; fell.');
  expect(html).toContain('<th scope="row" class="govuk-table__header">May</th>');
  expect(html).toContain('<td class="govuk-table__cell govuk-table__cell--numeric">1,204.5</td>');
});

test('what is missing says so; a number below zero has a true minus sign', () => {
  const html = htmlText(
    <ChartFigure
      chart={chart([
        ['May', null],
        ['June', Number.NaN],
        ['July', -3],
      ])}
    />,
  );
  expect(html.match(/not available/g)).toHaveLength(2);
  expect(html).toContain('>−3<');
  expect(html).not.toContain('NaN');
});

test('a chart for narrow screens stands beside the wide one, and only then', () => {
  const wide = chart([]);
  expect(htmlText(<ChartFigure chart={wide} />)).not.toContain('picture--narrow');
  const both = htmlText(<ChartFigure chart={wide} narrow={chart([], '<svg id="narrow"></svg>')} />);
  expect(both).toContain('chart-figure__picture--wide"><svg id="wide">');
  expect(both).toContain('chart-figure__picture--narrow"><svg id="narrow">');
});

test('the caller may print the cells in their unit', () => {
  expect(
    htmlText(<ChartFigure chart={chart([['May', 0.5]])} format={(cell) => `${String(cell)}!`} />),
  ).toContain('>0.5!<');
});

test('files to download are named by format and by what they hold', () => {
  const html = htmlText(
    <ChartFigure chart={chart([])} downloads={[{ format: 'CSV', href: '/r.csv', describes: 'robbery' }]} />,
  );
  expect(html).toContain(
    '<a class="govuk-link" href="/r.csv" download="">CSV<span class="govuk-visually-hidden"> of robbery</span></a>',
  );
});
