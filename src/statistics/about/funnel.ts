import type { AboutMethod } from './about.ts';

export const aboutFunnel: AboutMethod = {
  method: 'funnel',
  title: 'Funnel: units against the limits of chance',
  answers: 'Which places differ from the whole by more than chance, given how large each is?',
  formula:
    'Exact Poisson (ratio, rate) or binomial (proportion) limits around the target at any level. φ = Σz²/n; τ² = max(0, (nφ − (n−1))/(Σw − Σw²/Σw)). additive: target ± z√(s² + τ²) on the transformed scale; multiplicative: limits × √φ. False discoveries by Benjamini–Hochberg.',
  assumptions: [
    'Units are independent.',
    'The target is the right one for all of them.',
    'The outer 10 % of scores are kept from inflating φ and τ² (--trim 0 turns this off).',
  ],
  notWhen: [
    'To rank units: rank intervals are wide.',
    'With fewer than about ten units over-dispersion is poorly known.',
  ],
  sources: ['Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202', 'Benjamini & Hochberg (1995)'],
  checkedWith: ['FunnelPlotR 0.6.0 six-unit example', 'qchisq, binom.test', 'p.adjust(method = "BH")'],
  version: '1',
};
