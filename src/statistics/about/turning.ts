import type { AboutMethod } from './about.ts';

export const aboutTurning: AboutMethod = {
  method: 'turning',
  title: 'Is it turning?',
  answers: 'Has a monthly count turned down (or up) for good, or is it too early to say?',
  formula:
    'Counts become 2√(y + ⅜). Likelihood ratio of "one change of level at an unknown time" against "none", each with season and first-order memory, largest over all times; the share of unchanged series that would show as much is the false-alarm rate.',
  assumptions: [
    'One lasting change of level; season and noise keep their shape.',
    'Noise grows with the root of the level (over-dispersed counts).',
    'Memory of first order from month to month.',
  ],
  notWhen: [
    'With less than two years of months: nothing can be told from season.',
    'For a share or an average: chart it with spc.',
    'When several things changed at several times: see breaks.',
  ],
  sources: [
    'Andrews (1993), Econometrica 61, 821–856',
    'Anscombe (1948), Biometrika 35, 246–254',
    'Prais & Winsten (1954)',
  ],
  checkedWith: ['Simulation: bench/change.ts (false alarms and power)'],
  version: '1',
};
