import type { AboutMethod } from './about.ts';

export const aboutRegress: AboutMethod = {
  method: 'regress',
  title: 'Regression with lags',
  answers: 'Does one series go with others, now or some periods later, and how sure is that?',
  formula:
    'Least squares of y on the regressors at each lag asked for; ordinary or Newey–West standard errors (X′X)⁻¹S(X′X)⁻¹, weights 1 − l/(L + 1); t intervals. With a column standard_error, y is a survey estimate: y = Xβ + u + e, e of the known variance s² row by row, u of a variance τ² by restricted maximum likelihood, rows weighing 1/(s² + τ²), standard errors by Knapp and Hartung and never narrower than s allows (model_terms, beside Newey–West terms where both are asked for). p_adjusted = p × terms tried (Bonferroni). --placebo moves the regressors along in time, round the end, and counts how often they look as strong.',
  assumptions: [
    'The relation is linear and steady over time.',
    'Newey–West: memory dies out within L periods.',
    'standard_error: the sampling errors are right and independent from row to row; waves that share respondents are not.',
  ],
  notWhen: [
    'As proof of cause: it is an association.',
    'Two series that both drift: their regression looks strong whatever they are.',
    'When many lags and regressors were tried: the result counts them, and the best of many is flattering.',
    'When a regressor is a survey estimate: its own error draws its coefficient towards 0, and is not carried.',
  ],
  sources: [
    'Newey & West (1987), Econometrica 55, 703–708',
    'Raudenbush (2009), The Handbook of Research Synthesis, ch. 16; Knapp & Hartung (2003), Statistics in Medicine 22, 2693–2710',
  ],
  checkedWith: [
    'lm, lmtest::coeftest, lmtest::dwtest',
    'sandwich::NeweyWest(lag, prewhite = FALSE)',
    'metafor::rma(y, sei, mods, method = "REML", test = "adhoc")',
  ],
  version: '2',
};
