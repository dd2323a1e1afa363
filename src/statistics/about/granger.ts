import type { AboutMethod } from './about.ts';

export const aboutGranger: AboutMethod = {
  method: 'granger',
  title: 'Which series comes first?',
  answers:
    'Does the past of one series help to tell another beyond that one’s own past, in either direction?',
  formula:
    'F test of the --order lags of a in a regression of b on the lags of both (forward), and the other way round (backward). p_adjusted doubles p, for two directions were tried (Bonferroni).',
  assumptions: ['Both series are steady (no drift, no season left).', 'Evenly spaced dates without gaps.'],
  notWhen: [
    'As proof of cause: a third series may drive both.',
    'Short series with many lags.',
    'Orders tried one after another until one shows something: each is a test more, and only the last is counted here.',
    'A survey series: its sampling error stays in its own past, hides what that past tells, and may let the other series in. Use regress with a column standard_error.',
  ],
  sources: ['Granger (1969), Econometrica 37, 424–438'],
  checkedWith: ['lmtest::grangertest(order = 3) on ChickEgg'],
  version: '2',
};
