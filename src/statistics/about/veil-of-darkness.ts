import type { AboutMethod } from './about.ts';

export const aboutVeilOfDarkness: AboutMethod = {
  method: 'veil-of-darkness',
  title: 'Veil of darkness',
  answers:
    'At the same time of day, are fewer of those stopped of a group when it is dark, and who they are is harder to see?',
  formula:
    'Logistic regression of the group on darkness, a natural spline of the clock time (--freedom 6), and areas, each with a curve of its own (--area-time own) or a level only (shared). Dark: the sun more than 6° below the horizon in the evening; light: above −0.833°; twilight between is left out, and so are clock times that were never dark or never light in the period of the data. odds_ratio below 1: the group is stopped relatively less in the dark.',
  assumptions: [
    'At a given clock time, who is about does not change with darkness, season apart.',
    'Darkness does hide who people are: street lighting weakens the test.',
    'Times are right to the minute, and the place is near enough to --latitude and --longitude.',
    'A time without an offset is by the clock of --zone (Europe/London unless said otherwise).',
  ],
  notWhen: [
    'Times are rounded to the hour, or stamped when the record was typed.',
    'As proof that there is no bias: a ratio near 1 is also what a weak test shows.',
    'Stops that follow a description by a caller: then nobody chose whom to stop.',
  ],
  sources: [
    'Grogger & Ridgeway (2006), JASA 101, 878–887',
    'Pierson and others (2020), Nature Human Behaviour 4, 736–745',
    'Meeus (1998), Astronomical Algorithms, ch. 25 and 28 (position of the sun)',
  ],
  checkedWith: [
    'glm(group ~ dark + splines::ns(minute, 6) * area, binomial) on San Francisco 2015',
    'PyEphem 4.2 (src/statistics/oracles/sun.py)',
  ],
  version: '1',
};
