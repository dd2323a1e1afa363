import type { AboutMethod } from './about.ts';

export const aboutFunnel: AboutMethod = {
  method: 'funnel',
  title: 'Funnel: units against the limits of chance',
  answers: 'Which places differ from the whole by more than chance, given how large each is?',
  formula:
    'Exact Poisson (ratio, rate) or binomial (proportion) limits around the target at any level. φ = Σz²/n; τ² = max(0, (nφ − (n−1))/(Σw − Σw²/Σw)). additive: target ± z√(s² + τ²) on the transformed scale; multiplicative: limits × √φ. False discoveries by Benjamini–Hochberg; with --by MEASURE over all measures together too (fdr_significant_over_all). Ranks (1 = lowest) with 95 % intervals by drawing every unit around its value. --subject UNIT: its interval (Wilson, Byar) against the mean of the units marked in the column peer, plain and weighted by size, with the unit itself and without; plain with itself is the inspectorate’s way.',
  assumptions: [
    'Units are independent.',
    'The target is the right one for all of them.',
    'The outer 10 % of scores are kept from inflating φ and τ² (--trim 0 turns this off).',
  ],
  notWhen: [
    'To rank units: rank_lower and rank_upper show how little a rank says.',
    'With a group of few members: one of them moves its mean; look at the members too.',
    'With fewer than about ten units over-dispersion is poorly known.',
  ],
  sources: [
    'Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202',
    'Benjamini & Hochberg (1995)',
    'Goldstein & Spiegelhalter (1996), JRSS A 159, 385–443 (ranks)',
  ],
  checkedWith: ['FunnelPlotR 0.6.0 six-unit example', 'qchisq, binom.test', 'p.adjust(method = "BH")'],
  version: '2',
};
