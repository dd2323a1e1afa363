import type { AboutMethod } from './about.ts';

export const aboutSegmented: AboutMethod = {
  method: 'segmented',
  title: 'Interrupted time series',
  answers:
    'Did the level or the slope change when something was introduced, beyond season and the trend before?',
  formula:
    'y = a + b·t + season + Σ (level_k · after_k + slope_k · periods since_k). Gaussian by least squares; counts log-linear (poisson, quasi-poisson). Newey–West standard errors with --newey-west.',
  assumptions: [
    'The trend before would have gone on.',
    'Nothing else happened at the same time.',
    'The dates were fixed beforehand, not found in the data.',
  ],
  notWhen: [
    'To find dates: use breaks or turning.',
    'With fewer than about a dozen points on either side.',
    'Places chosen because they were high fall by themselves: see regression to the mean.',
  ],
  sources: ['Wagner and others (2002), J Clin Pharm Ther 27, 299–309'],
  checkedWith: [
    'lm and glm with sandwich::NeweyWest on AirPassengers',
    'glm(family = quasipoisson) with two interventions and season',
  ],
  version: '1',
};
