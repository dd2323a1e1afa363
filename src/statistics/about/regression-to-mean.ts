import type { AboutMethod } from './about.ts';

export const aboutRegressionToMean: AboutMethod = {
  method: 'regression-to-mean',
  title: 'Regression to the mean',
  answers:
    'Places were picked because their counts were high: how far would they have fallen by themselves, and did they fall further?',
  formula:
    'Mean m and variance v of the counts of all places; w = (v − m)/v, 0 at least, is what lasts. A place with x is expected to have m + w(x − m) next (× the change of the places not picked, where `after` is given). Interval: normal, variance Σ expected (1 + w).',
  assumptions: [
    'All places that could have been picked are in the table.',
    'Places are of like size; their levels are spread like a gamma distribution and last.',
    'Places not picked show what else changed.',
  ],
  notWhen: [
    'Places were picked by something other than this count.',
    'With few places w is poorly known, and the interval does not show that.',
  ],
  sources: ['Hauer (1997), Observational Before–After Studies in Road Safety, ch. 11'],
  checkedWith: ['Simulation with known levels'],
  version: '1',
};
