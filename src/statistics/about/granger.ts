import type { AboutMethod } from './about.ts';

export const aboutGranger: AboutMethod = {
  method: 'granger',
  title: 'Which series comes first?',
  answers:
    'Does the past of one series help to tell another beyond that one’s own past, in either direction?',
  formula:
    'F test of the --order lags of a in a regression of b on the lags of both (forward), and the other way round (backward).',
  assumptions: ['Both series are steady (no drift, no season left).', 'Evenly spaced dates without gaps.'],
  notWhen: ['As proof of cause: a third series may drive both.', 'Short series with many lags.'],
  sources: ['Granger (1969), Econometrica 37, 424–438'],
  checkedWith: ['lmtest::grangertest(order = 3) on ChickEgg'],
  version: '1',
};
