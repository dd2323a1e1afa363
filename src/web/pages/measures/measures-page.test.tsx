import { expect, test } from 'vitest';
import { htmlText } from '../../components/html.ts';
import { MeasuresPage } from './measures-page.tsx';
import type { MeasureRow, MeasuresModel } from './model.ts';

const none = { words: 'Not compared', period: null, sentence: null };

const robbery: MeasureRow = {
  id: 'robbery',
  title: 'Robbery <of all>',
  href: '/measures/robbery',
  unit: 'offences',
  spark: {
    id: 'spark-robbery',
    illustrative: false,
    subject: 'Robbery',
    unit: 'count',
    every: 'month',
    from: '2026-01',
    values: [3, null, 5],
  },
  held: {
    latest: '2,560',
    latestValue: 2560,
    period: 'Mar 2026',
    change: '−18.0%',
    changeValue: -0.18,
    interval: '−27.8 to −7.0',
    verdict: 'Fall',
    tone: 'improvement',
    direction: 'down',
    why: null,
    variation: { variation: 'improvement', side: 'down' },
    noVariation: null,
    source: 'Metropolitan Police',
    to: '2026-03-31',
    age: '7 months',
  },
  national: { words: 'Above', period: '2021/22', sentence: 'Robbery is above.' },
  similar: none,
  missing: null,
};

const missing: MeasureRow = {
  ...robbery,
  id: 'outcomes',
  title: 'Positive outcomes',
  href: '/measures/outcomes',
  spark: null,
  held: null,
  national: none,
  missing: 'Would come from: Street-level crime.',
};

const model: MeasuresModel = {
  area: 'Metropolitan Police',
  areas: ['Metropolitan Police', 'Camden'],
  answer: '1 of 2 measures changed.',
  themes: [
    { title: 'Violence', things: [robbery] },
    { title: 'Outcomes', things: [missing] },
  ],
};

const frame = { illustrative: false, workspaceName: 'Test', version: '0' };
const html = htmlText(<MeasuresPage model={model} frame={frame} />);
const body = /<tbody[^>]*>(.*)<\/tbody>/s.exec(html)?.[1] ?? '';

test('the table is as it was stored', async () => {
  await expect(body.replaceAll('<tr', '\n<tr').replaceAll(/(<t[dh] )/g, '\n  $1')).toMatchFileSnapshot(
    '__snapshots__/measures-table.html',
  );
});

test('the answer comes before the table', () => {
  expect(html.indexOf('1 of 2 measures changed.')).toBeLessThan(html.indexOf('<table'));
});

test('measures without figures are folded beneath the table, by theme, with what would fill them', () => {
  expect(body).not.toContain('Positive outcomes');
  const folded = html.slice(html.indexOf('</table>'));
  expect(folded).toContain('Outcomes: 1');
  expect(folded).toContain('href="/measures/outcomes"');
  expect(folded).toContain('Would come from: Street-level crime.');
  expect(body).not.toContain('>Outcomes<');
});

test('there is no table where nothing is held', () => {
  const empty = { ...model, themes: [{ title: 'Outcomes', things: [missing] }] };
  expect(htmlText(<MeasuresPage model={empty} frame={frame} />)).not.toContain('<table');
});

test('names are escaped, and made-up data are said to be', () => {
  expect(body).toContain('Robbery &lt;of all&gt;');
  expect(html).not.toContain('llustrative');
  expect(htmlText(<MeasuresPage model={model} frame={{ ...frame, illustrative: true }} />)).toContain(
    'illustrative-band',
  );
});
