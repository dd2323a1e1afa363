import type { AboutMethod } from './about.ts';

export const aboutInterval: AboutMethod = {
  method: 'interval',
  title: 'Interval for a share or a rate',
  answers: 'How far can a share (events of trials) or a rate (events per exposure) be trusted?',
  formula:
    'wilson: score interval. exact: Clopper–Pearson. jeffreys: Beta(x + ½, n − x + ½). byar: O(1 − 1/(9O) − z/(3√O))³ and the same of O + 1. exact-poisson: Garwood.',
  assumptions: [
    'Events happen independently of each other.',
    'Trials and exposures are known without error.',
  ],
  notWhen: [
    'For survey shares with weights: use survey.',
    'When events come in clusters (one incident, many searches): the interval is too narrow.',
  ],
  sources: [
    'Wilson (1927)',
    'Clopper & Pearson (1934)',
    'Brown, Cai & DasGupta (2001), Statistical Science 16, 101–133',
    'Breslow & Day (1987), p. 69',
    'Garwood (1936)',
  ],
  checkedWith: [
    'prop.test(correct = FALSE), binom.test, qbeta, poisson.test, live in webr',
    'epitools::binom.wilson, binom.exact, pois.exact',
  ],
  version: '1',
};
