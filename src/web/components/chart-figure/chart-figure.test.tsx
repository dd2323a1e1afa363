import { expect, test } from 'vitest';
import type { Chart } from '../../../charts/index.ts';
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

test('a remark that is missing is left blank, for nothing is missing', () => {
  const columns = [
    { key: 'month', label: 'Month', numeric: false },
    { key: 'signal', label: 'Special cause', numeric: false },
  ];
  const table = { caption: 'Signals', columns, rows: [['May', null]] };
  expect(htmlText(<ChartFigure chart={{ ...chart([]), table }} />)).toContain(
    '<td class="govuk-table__cell"></td>',
  );
});

test('each layout of the picture is for its own widths of screen, and together they are for all', () => {
  const [wide, medium, narrow] = ['wide', 'medium', 'narrow'].map((id) =>
    chart([], `<svg id="${id}"></svg>`),
  );
  if (!wide) throw new Error('no chart');
  const classes = (html: string) => html.match(/chart-figure__picture(--[\w-]+)?(?="><svg)/g);
  expect(classes(htmlText(<ChartFigure chart={wide} />))).toEqual(['chart-figure__picture']);
  expect(classes(htmlText(<ChartFigure chart={wide} narrow={narrow} />))).toEqual([
    'chart-figure__picture--from-medium',
    'chart-figure__picture--narrow',
  ]);
  expect(classes(htmlText(<ChartFigure chart={wide} medium={medium} narrow={narrow} />))).toEqual([
    'chart-figure__picture--from-wide',
    'chart-figure__picture--medium',
    'chart-figure__picture--narrow',
  ]);
  expect(classes(htmlText(<ChartFigure chart={wide} medium={medium} />))).toEqual([
    'chart-figure__picture--from-wide',
    'chart-figure__picture--medium-and-narrow',
  ]);
});

test('figures are printed in the unit of their column', () => {
  const columns = [
    { key: 'area', label: 'Area', numeric: false },
    { key: 'share', label: 'Share', numeric: true, unit: 'proportion' as const },
  ];
  const table = { caption: 'Shares', columns, rows: [['Camden', 0.687]] };
  expect(htmlText(<ChartFigure chart={{ ...chart([]), table }} />)).toContain('>68.7%<');
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
