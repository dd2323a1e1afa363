import type { AboutMethod } from './about.ts';

export const aboutChiSquare: AboutMethod = {
  method: 'chi-square',
  title: 'Are two answers of a survey related?',
  answers:
    'Do two classifications of respondents go together more than chance and the design of the survey allow?',
  formula:
    'Pearson X² of the weighted shares over tr(Δ), referred to F with d = tr(Δ)²/tr(Δ²) and d × (units − strata) degrees of freedom, Δ the generalised design effects (Rao–Scott, second order).',
  assumptions: ['As for survey.'],
  notWhen: [
    'When a category is almost empty: join it with another.',
    'To say how strong a relation is: it says only whether there is one.',
  ],
  sources: ['Rao & Scott (1984), Annals of Statistics 12, 46–60'],
  checkedWith: ['survey::svychisq(statistic = "F")'],
  version: '1',
};
