import type { AboutMethod } from './about.ts';

export const aboutDid: AboutMethod = {
  method: 'did',
  title: 'Difference in differences',
  answers:
    'Did places where something was introduced change more than places where it was not, allowing for different starting dates?',
  formula:
    'group-time (default): ATT(g, t) = mean change of group g from the period before treatment − the same of units never treated; averaged over group-times by size (att), over groups, and over time since treatment. twfe: outcome on "treated by now" with unit and time effects, errors clustered by unit; event: each time since treatment but the last before it has a column; groups: each start has one.',
  assumptions: [
    'Without treatment both would have changed alike: look at event times below 0.',
    'Treatment does not spill over into the controls.',
    'Units with a missing period are left out (and counted).',
  ],
  notWhen: [
    'The event times of twfe as a check of trends before, when starting dates differ: effects of other times leak into them.',
    'twfe when starting dates differ and effects grow: it compares with units already treated.',
    'When places were chosen because they were high: they fall by themselves.',
  ],
  sources: [
    'Callaway & Sant’Anna (2021), Journal of Econometrics 225, 200–230',
    'Goodman-Bacon (2021), Journal of Econometrics 225, 254–277',
  ],
  checkedWith: ['oracles/did_oracle.R', 'src/statistics/oracles/panel.R'],
  version: '2',
};
