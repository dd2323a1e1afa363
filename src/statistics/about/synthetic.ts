import type { AboutMethod } from './about.ts';

export const aboutSynthetic: AboutMethod = {
  method: 'synthetic',
  title: 'Synthetic control',
  answers:
    'How did one treated place go on, compared with the mix of other places that was most like it before?',
  formula:
    'Weights w ≥ 0, Σw = 1 that minimise the squared gap before --from; effect = mean gap after. Placebo: every untreated unit in turn; p = share whose gap grows as much (after ÷ before).',
  assumptions: [
    'A mix of donors follows the unit well before: look at pre_rmspe.',
    'Nothing else befell the unit or its donors.',
  ],
  notWhen: [
    'A poor fit before: then the gap after says nothing.',
    'Fewer than about 20 donors: the placebo p-value cannot be small.',
  ],
  sources: ['Abadie, Diamond & Hainmueller (2010), JASA 105, 493–505'],
  checkedWith: ['oracles/synth_oracle.R (quadprog)', 'src/statistics/oracles/panel.R'],
  version: '1',
};
