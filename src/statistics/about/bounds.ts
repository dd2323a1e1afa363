import type { AboutMethod } from './about.ts';

export const aboutBounds: AboutMethod = {
  method: 'bounds',
  title: 'Bounds on a ratio when groups were not recorded',
  answers:
    'What can be said about a disparity when the group of some events was not recorded, without assuming anything about them?',
  formula: 'lower = (a/N) ÷ ((b + U)/M); upper = ((a + U)/N) ÷ (b/M), U the events without a group.',
  assumptions: ['Recorded groups are right.', 'Chance is left aside: add intervals for it.'],
  notWhen: ['To name one best figure: a range is all that the data hold.'],
  sources: ['Manski (2003), Partial Identification of Probability Distributions'],
  checkedWith: ['oracles/disparity_oracle.R'],
  version: '1',
};
