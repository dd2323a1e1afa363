import { expect, test } from 'vitest';
import { madeUpSheet } from '../../../publish/testing/made-up-sheet.ts';
import type { RecordSheet } from '../../../publish/index.ts';
import type { RecordSummary } from '../../../record/index.ts';
import { mainOf } from '../testing/main-of.ts';
import { RecordPage } from './record-page.tsx';
import { RecordsPage } from './records-page.tsx';
import { StatementsPage } from './statements-page.tsx';

const frame = { illustrative: false, workspaceName: 'Test', version: '0' };
const page = (given: Partial<RecordSheet> = {}, records: readonly RecordSummary[] = []) =>
  mainOf(<RecordPage frame={frame} sheet={madeUpSheet(given)} records={records} start />);

test('the record stands with its margin', async () => {
  await expect(page()).toMatchFileSnapshot('__snapshots__/record.html');
});

test('the answer counts what figures could settle, and each number leads to its statements', () => {
  const answer = /<p class="answer">(.*?)<\/p>/s.exec(page())?.[1] ?? '';
  expect(answer.replaceAll(/<[^>]*>/g, '')).toBe(
    'Of 2 statements in this record that figures could settle, 1 was not borne out; 1 cannot be checked with the figures held. The other 1 makes no statistical claim.',
  );
  for (const state of ['not-borne-out', 'cannot-be-checked', 'not-checkable'])
    expect(answer).toContain(`href="/records/2024-01-31/claims?state=${state}"`);
});

test('a record without claims, or with none that figures could settle, says so', () => {
  expect(page({ claims: [] })).toContain('No statement of this record has been bound to figures yet');
  const [, , thanks] = madeUpSheet().claims;
  const quiet = page({ claims: thanks ? [thanks] : [] });
  expect(quiet).toContain('No statement of this record is one that figures could settle.');
  expect(quiet).toContain('1 makes no statistical claim</a>');
});

test('words from a record and from figures are escaped', () => {
  expect(page()).toContain('&lt;May&gt;');
  expect(page()).not.toContain('<May>');
});

test('a mark in the words leads to its note, and every address within the page leads somewhere', () => {
  const html = page();
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const anchors = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(anchors).toContain('note-theft-falling');
  expect(anchors.filter((id) => !ids.has(id))).toEqual([]);
});

test('a draft says that it is one; a restatement points to the original', () => {
  expect(page()).toContain('Restated in our own words');
  expect(page()).toContain('example.org');
  const draft = page({ restated: false, original: null, status: 'draft' });
  expect(draft).not.toContain('Restated');
  expect(draft).toContain('Draft, not yet agreed');
});

test('promises are not called silent once a later record is held', () => {
  expect(page()).toContain('silent 1,180 days');
  const later = page({ newest: false });
  expect(later).not.toContain('silent 1,180');
  expect(later).toContain('they have not been searched for updates');
});

test('corrections and words that found no place stand after the record', () => {
  const html = page({
    corrections: [
      { number: 1, paragraph: '1.1', was: 'above', becomes: 'below', reason: 'Misheard.', made_at: '' },
    ],
    unplaced: ['Page 1 of 2'],
  });
  expect(html).toMatch(/“above”.*“below”.*Misheard\./s);
  expect(html).toContain('Page 1 of 2');
});

test('the list of statements keeps to one state, and says when there is none', () => {
  const list = (state: 'holds' | 'not-borne-out' | null) =>
    mainOf(<StatementsPage frame={frame} sheet={madeUpSheet()} state={state} />);
  expect(list(null).match(/<tr/g)).toHaveLength(4);
  expect(list('not-borne-out').match(/<tr/g)).toHaveLength(2);
  expect(list('holds')).toContain('None of the record’s 3 statements is in this state');
  expect(list('holds')).not.toContain('<table');
});

test('without a record the page says how to bring one in', () => {
  const html = mainOf(<RecordsPage frame={frame} records={[]} />);
  expect(html).toContain('No record of a meeting is held yet.');
  expect(html).toContain('npx scrutineer record import FILE');
});
