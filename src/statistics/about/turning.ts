import type { AboutMethod } from './about.ts';

export const aboutTurning: AboutMethod = {
  method: 'turning',
  title: 'Is it turning?',
  answers: 'Has a monthly count turned down (or up) for good, or is it too early to say?',
  formula:
    'Counts become 2√(y + ⅜). Evidence (marginal likelihood) for one change of level at an unknown time against none or a steady drift, averaged over seasons and first-order memories as the series supports them; the share of unchanged series that would show as much, known by simulation, is the false-alarm rate. What would change the answer: the same, on the series carried on at steady levels between half and double the present one, for 3, 6 and 12 more points.',
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
    'Andrews & Ploberger (1994), Econometrica 62, 1383–1414',
    'Anscombe (1948), Biometrika 35, 246–254',
    'Prais & Winsten (1954)',
    'Zellner (1986), in Bayesian Inference and Decision Techniques, 233–243',
  ],
  checkedWith: ['Simulation: bench/change.ts (false alarms and power)'],
  version: '2',
};
