import { expect, test } from 'vitest';
import type { IsoDate } from '../../../foundation/iso-date.ts';
import { madeUpClaim, madeUpSheet } from '../../../publish/testing/made-up-sheet.ts';
import { paragraphParts } from '../../../publish/index.ts';
import { mainOf } from '../testing/main-of.ts';
import type { ClaimModel, SideView } from './claim-model.ts';
import { ClaimPage } from './claim-page.tsx';

const frame = { illustrative: false, workspaceName: 'Test', version: '0' };
const input = {
  release: 'r1',
  sha256: '0123456789abcdef',
  publisher: 'Example Office',
  title: 'Thefts <by month>',
  licence: 'OGL',
  address: 'https://example.org',
  published: '2024-02-01',
  publishedBasis: 'not-before',
};
const then: SideView = {
  verdict: 'uncertain',
  sentence: 'Theft in Exampleton: no turn that can be told from chance.',
  picture: ({ id, width }) => ({
    svg: `<svg id="${id}" width="${width}"></svg>`,
    reading: 'It went up and down.',
    table: { caption: 'Theft', columns: [], rows: [] },
  }),
  numbers: [{ name: 'Latest value', value: '120' }],
  caveats: ['Judged on 36 months.'],
  question: 'trend theft --expect down --until 2024-01-30',
  api: '/api/ask?q=trend%20theft&vintage=earliest',
  inputs: [input],
};
const now: SideView = {
  ...then,
  verdict: 'no-data',
  sentence: 'No months since February 2024 are held.',
  picture: null,
  numbers: [],
  caveats: [],
  inputs: [],
};
const sheet = madeUpSheet();
const [paragraph] = sheet.items[0]?.paragraphs ?? [];
const model: ClaimModel = {
  date: '2024-01-31' as IsoDate,
  series: 'Example Board',
  restated: true,
  claim: sheet.claims[0] ?? madeUpClaim('none', ''),
  note: 'The record names no town.',
  parts: paragraph?.parts ?? [],
  then,
  now,
  recipe: {
    question: 'trend theft --expect down',
    method: 'special cause and change of level in monthly values',
    methodVersion: 'trend-1',
    measure: {
      id: 'theft',
      title: 'Theft',
      definition: 'Thefts recorded.',
      standing: 'Official.',
      notes: [],
    },
    definitionVersion: 'abc123',
  },
  fillers: [
    { id: 'x', title: 'Thefts by month', publisher: 'Example Office', address: 'https://example.org' },
  ],
  before: null,
  after: sheet.claims[1] ?? null,
};
const page = (given: Partial<ClaimModel> = {}) =>
  mainOf(<ClaimPage frame={frame} model={{ ...model, ...given }} />);

test('a statement stands with its state, then and now, and its recipe', async () => {
  await expect(page()).toMatchFileSnapshot('__snapshots__/claim.html');
});

test('where figures are missing, the publications that would bring them stand in their place', () => {
  const [, gap = ''] = /class="would-fill">(.*?)<\/div>/s.exec(page()) ?? [];
  expect(gap).toContain('Thefts by month');
  expect(gap).toContain('npx scrutineer import FILE');
});

test('a statement that nothing can be asked of says what a check would need', () => {
  const claim = madeUpClaim('x', 'stood below', { state: 'cannot-be-checked', needs: 'Theft by town.' });
  const html = page({ claim, then: null, now: null, recipe: null, note: null });
  expect(html).toContain('What a check would need');
  expect(html).toContain('Theft by town.');
  expect(html).not.toContain('class="claim-sides"');
});

test('a statement that is not statistical says of what kind it is', () => {
  const claim = madeUpClaim('x', 'gave thanks', { state: 'not-checkable', kind: 'status', needs: 'None.' });
  const html = page({ claim, then: null, now: null, recipe: null });
  expect(html).toContain('It is a report of what was done or is to be done, which no figure could settle.');
  expect(html).toContain('Why figures cannot settle it');
});

test('it does not claim that nothing speaks against a statement on which nothing has come since', () => {
  const claim = madeUpClaim('x', 'Theft was falling', { state: 'holds', question: 'trend theft' });
  expect(page({ claim, then: { ...then, verdict: 'supported' } })).toContain(
    'The figures of the time supported it; none have been published here since.',
  );
});

test('only the words of the statement stand out in its paragraph, and everything is escaped', () => {
  const only = paragraphParts('Theft was falling, they said', [model.claim]);
  expect(page({ parts: only }).match(/<mark>[^<]*/g)).toEqual(['<mark>Theft was falling']);
  expect(page()).toContain('Thefts &lt;by month&gt;');
});
