import { expect, it } from 'vitest';
import { CATALOGUE_DIR } from '../../../foundation/catalogue-dir.ts';
import { loadMeasures } from '../../../measures/index.ts';
import { compareRequest } from './request.ts';

const base = {
  measure: loadMeasures(CATALOGUE_DIR).require('robbery'),
  area: 'Camden',
} as Parameters<typeof compareRequest>[0];

it('sets boroughs side by side on one scale unless told otherwise', () => {
  expect(compareRequest(base, {})).toMatchObject({ area: 'Camden', with: 'boroughs', scale: 'shared' });
  expect(compareRequest(base, { with: 'forces', scale: 'own' })).toMatchObject({
    with: 'forces',
    scale: 'own',
  });
});

it('names the words that it knows where another is given', () => {
  expect(() => compareRequest(base, { with: 'wards' })).toThrow('with=wards is not known.');
});
