import type { AboutMethod } from './about.ts';

export const aboutSurvey: AboutMethod = {
  method: 'survey',
  title: 'Survey estimates',
  answers:
    'What does a survey with weights, strata and clusters say, for everybody and for each part of them, and how far can it be trusted?',
  formula:
    'Mean Σwx/Σw, total Σwx, ratio Σwx/Σwy. V = Σ_h (1 − f_h) n_h/(n_h − 1) Σ (t_hi − t̄_h)² over the linearised totals of first-stage units. Shares: logit (default), likelihood (Rao–Scott), beta (Korn–Graubard), asin, xlogit or Wald interval with t on units less strata. --rake FILE and --calibrate FILE fit the weights to known totals, the variance to what those leave open. --change: each value of --by against the one before, --rolling N: over N waves together; respondents and clusters in both cancel. Design effect against a simple random sample; Kish effective n = (Σw)²/Σw².',
  assumptions: [
    'Weights are right; first-stage units were drawn independently within strata.',
    'Without strata and clusters columns rows are taken as drawn singly (then the interval is too narrow if interviews were clustered).',
    'A domain (--by) keeps the whole design: units without a row in it count as zero.',
  ],
  notWhen: [
    'Few first-stage units: the degrees of freedom say how few.',
    'A result marked suppressed: it may not be shown as a figure.',
  ],
  sources: [
    'Lumley (2010), Complex Surveys',
    'Korn & Graubard (1998), Survey Methodology 24, 193–201',
    'Parker and others (2017), NCHS presentation standards',
    'Kish (1965), Survey Sampling',
    'Deville & Särndal (1992), JASA 87, 376–382',
    'Särndal, Swensson & Wretman (1992), Model Assisted Survey Sampling, section 5.5',
  ],
  checkedWith: [
    'survey::svymean, svytotal, svyratio, svyby, svyciprop, calibrate and rake on apistrat and apiclus1',
    'src/statistics/oracles/survey.R',
  ],
  version: '2',
};
