import { expect, it } from 'vitest';
import { seriesFromTitle } from './series-from-title.ts';

it.each([
  ['Transparency Board Minutes - 11th January 2011', 'Transparency Board'],
  ['Minutes of the Harbour Panel, 3 May 2022', 'Harbour Panel'],
  ['Local Public Data Panel – sixth meeting 16 December 2010', 'Local Public Data Panel'],
  ['Minutes', 'Minutes'],
])('names the series of "%s"', (title, series) => {
  expect(seriesFromTitle(title)).toBe(series);
});
