import { expect, it } from 'vitest';
import { placesCounted, placesInWords, type Places } from './places.ts';

const places: Places = {
  rows: 2000,
  blank: 200,
  in_borough: 1750,
  in_ward: 1600,
  outside: 50,
  swapped: 10,
  on_border: 3,
  ward_elsewhere: 1,
};

it('says what was not placed, with its share, and leaves out what did not happen', () => {
  expect(placesInWords(places, true)).toEqual([
    '200 of 2,000 rows (10.0 %) carry no coordinates and are placed nowhere.',
    '40 of 2,000 rows (2.0 %) lie outside every borough held and are placed in none.',
    '10 of 2,000 rows (0.5 %) seem to have longitude and latitude swapped; they are placed nowhere: correct the file and import it again.',
    '3 of 2,000 rows (0.1 %) lie exactly on a border; they count for the area to its east, or to its north.',
    '1 of 2,000 rows (less than 0.1 %) lie in a borough but in a ward of another; they are given no ward.',
  ]);
  expect(
    placesInWords({ ...places, blank: 0, outside: 0, swapped: 0, on_border: 0, ward_elsewhere: 0 }, true),
  ).toEqual([]);
});

it('says nothing of points of a force that lies elsewhere, unless they seem swapped', () => {
  const far = { ...places, in_borough: 0, in_ward: 0, on_border: 0, ward_elsewhere: 0, outside: 1800 };
  expect(placesInWords({ ...far, swapped: 0 }, false)).toEqual([]);
  expect(placesInWords(far, false)).toHaveLength(2);
});

it('counts everything in one sentence', () => {
  expect(placesCounted(places)).toContain(
    'Of 2,000 rows 1,750 lie in a borough and 1,600 in a ward; 200 carry no coordinates',
  );
});
