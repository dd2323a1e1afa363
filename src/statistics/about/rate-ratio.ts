import type { AboutMethod } from './about.ts';

export const aboutRateRatio: AboutMethod = {
  method: 'rate-ratio',
  title: 'Ratio of rates between groups',
  answers: 'How many times as often does something happen to one group as to another?',
  formula:
    'wald: exp(ln RR ± z√(1/a + 1/b)). mid-p and exact: limits of the binomial share a/(a + b). risk: exp(ln RR ± z√(1/a − 1/n + 1/b − 1/m)). mantel-haenszel: Σ aM/T ÷ Σ bN/T over strata, Greenland–Robins variance, Cochran Q for heterogeneity.',
  assumptions: [
    'Events are independent; populations are known.',
    'mantel-haenszel: one ratio holds in all strata (look at heterogeneity).',
  ],
  notWhen: [
    'As proof of unfairness: residents are not those who are about; show several denominators.',
    'When many events lack a group: use bounds.',
    'risk: when one person can have several events.',
  ],
  sources: [
    'Rothman, Greenland & Lash (2008), Modern Epidemiology, ch. 14',
    'Greenland & Robins (1985), Biometrics 41, 55–68',
  ],
  checkedWith: ['epitools::rateratio, riskratio', 'poisson.test', 'metafor::rma.mh(measure = "IRR")'],
  version: '1',
};
