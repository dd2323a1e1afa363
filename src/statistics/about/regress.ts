import type { AboutMethod } from './about.ts';

export const aboutRegress: AboutMethod = {
  method: 'regress',
  title: 'Regression with lags',
  answers: 'Does one series go with others, now or some periods later, and how sure is that?',
  formula:
    'Least squares of y on the regressors at each lag asked for; ordinary or Newey–West standard errors (X′X)⁻¹S(X′X)⁻¹, weights 1 − l/(L + 1); t intervals.',
  assumptions: [
    'The relation is linear and steady over time.',
    'Newey–West: memory dies out within L periods.',
  ],
  notWhen: [
    'As proof of cause: it is an association.',
    'Two series that both drift: their regression looks strong whatever they are.',
    'When many lags and regressors were tried: the result counts them, and the best of many is flattering.',
  ],
  sources: ['Newey & West (1987), Econometrica 55, 703–708'],
  checkedWith: ['lm, lmtest::coeftest, lmtest::dwtest', 'sandwich::NeweyWest(lag, prewhite = FALSE)'],
  version: '1',
};
