import type { AboutMethod } from './about.ts';

export const aboutBreaks: AboutMethod = {
  method: 'breaks',
  title: 'Breaks of level',
  answers: 'When did the level of a series change, how many times, and how sure are the dates?',
  formula:
    'Least residual sum of squares over all ways to cut the series (stretches of 15 % at least) for 0 to --max breaks; the number with the lowest BIC. sup F: the largest F of one break. Interval of a place: Bai’s argmax distribution, noise free to differ between stretches.',
  assumptions: [
    'The level is constant between breaks: season and drift look like breaks.',
    'Noise without memory; with memory too many breaks are found.',
  ],
  notWhen: ['Monthly counts with a season: use turning, or spc --adjust auto.', 'Fewer than 14 points.'],
  sources: [
    'Bai & Perron (2003), Journal of Applied Econometrics 18, 1–22',
    'Bai (1997), Review of Economics and Statistics 79, 551–563',
  ],
  checkedWith: ['strucchange::breakpoints(Nile ~ 1), confint, Fstats', 'src/statistics/oracles/series.R'],
  version: '1',
};
