import { expect, test } from 'vitest';
import { loadAreas } from '../../areas/index.ts';
import { CATALOGUE_DIR } from '../../foundation/catalogue-dir.ts';
import { seriesRequest } from './series-request.ts';

const areas = loadAreas(CATALOGUE_DIR);
const request = (query: Record<string, string>) => seriesRequest({ areas }, query);

test('parameters are read as the options of the command line are', () => {
  expect(
    request({ measure: 'robbery', area: 'Camden, Brent', from: '2022-04', to: '2023-06', every: 'quarter' }),
  ).toEqual({
    measure: 'robbery',
    areas: ['Camden', 'Brent'],
    by: undefined,
    from: '2022-04-01',
    to: '2023-06-30',
    every: 'quarter',
    vintage: { kind: 'newest' },
  });
});

test('"all" stands for the boroughs, and the force answers when no area is named', () => {
  expect(request({ measure: 'robbery', area: 'all' }).areas).toHaveLength(areas.list('borough').length);
  expect(request({ measure: 'robbery' }).areas).toEqual(['Metropolitan Police']);
});

test('the publication is chosen by name or by day', () => {
  expect(request({ measure: 'robbery', vintage: 'earliest' }).vintage).toEqual({ kind: 'earliest' });
  expect(request({ measure: 'robbery', as_known_on: '2023-08-31' }).vintage).toEqual({
    kind: 'known-on',
    date: '2023-08-31',
  });
});

test.each([
  [{}, 'No measure is named.'],
  [{ measure: 'robbery', areas: 'Camden' }, '"areas" is not known here.'],
  [{ measure: 'robbery', from: 'May' }, 'from=May is not a date.'],
  [{ measure: 'robbery', to: '2023-13' }, 'to=2023-13 is not a date.'],
  [{ measure: 'robbery', every: 'week' }, 'every=week is not known.'],
  [{ measure: 'robbery', vintage: 'oldest' }, 'vintage=oldest is not known.'],
  [{ measure: 'robbery', as_known_on: 'x' }, 'as_known_on=x is not a date.'],
])('%j is refused: %s', (query, message) => {
  expect(() => request(query)).toThrow(message);
});
