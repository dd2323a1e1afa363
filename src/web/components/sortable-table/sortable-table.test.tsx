import { expect, test } from 'vitest';
import { htmlText } from '../html.ts';
import { SortableTable } from './sortable-table.tsx';

const html = htmlText(
  <SortableTable
    caption="Measures"
    firstCellIsHeader
    head={[
      { text: 'Name', sorted: 'ascending' },
      { text: 'Value', format: 'numeric' },
      { text: 'Picture', sortable: false },
    ]}
    rows={[
      [{ text: 'Robbery' }, { text: '2.7 per 1,000', sortValue: 2.7 }, { text: '' }],
      [{ text: 'Burglary' }, { text: '[x]', sortValue: null }, { text: '' }],
    ]}
  />,
);

test('sortable headings say how they are sorted, others say nothing', () => {
  expect(html.match(/aria-sort="[a-z]+"/g)).toEqual(['aria-sort="ascending"', 'aria-sort="none"']);
});

test('cells carry the value they are sorted by; a missing one carries none', () => {
  expect(html.match(/data-sort-value="[^"]*"/g)).toEqual(['data-sort-value="2.7"', 'data-sort-value=""']);
});

test('the table scrolls in a named region that the keyboard can reach', () => {
  expect(html).toMatch(/^<div class="scroll-region" role="region" aria-label="Measures" tabindex="0"><table/);
});
