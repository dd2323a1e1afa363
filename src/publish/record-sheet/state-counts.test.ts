import { expect, test } from 'vitest';
import { CLAIM_STATES } from '../../web/components/claim-state/claim-states.ts';
import { madeUpClaim, madeUpSheet } from '../testing/made-up-sheet.ts';
import phrases from './state-phrases.json' with { type: 'json' };
import { stateCounts } from './state-counts.ts';

test('states are counted in the order a reader meets them, with a verb that fits the number', () => {
  const twice = [madeUpClaim('a', ''), madeUpClaim('b', ''), ...madeUpSheet().claims];
  expect(stateCounts(twice).map(({ words }) => words)).toEqual([
    '2 hold',
    '1 was not borne out',
    '1 cannot be checked',
    '1 makes no statistical claim',
  ]);
});

test('every state has its words, and what does not occur is not counted', () => {
  expect(Object.keys(phrases).toSorted()).toEqual(Object.keys(CLAIM_STATES).toSorted());
  expect(stateCounts([])).toEqual([]);
});
