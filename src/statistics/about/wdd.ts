import type { AboutMethod } from './about.ts';

export const aboutWdd: AboutMethod = {
  method: 'wdd',
  title: 'Weighted displacement difference',
  answers: 'Did crime fall where an operation was, beyond comparable places, and was it pushed next door?',
  formula:
    '(ΔT − ΔC) + (ΔD − ΔDC), each count divided by its weight; variance = sum of all counts (over squared weights) × dispersion; normal interval.',
  assumptions: [
    'Counts are Poisson, or --overdispersion says how much more they vary (auto: from three or more control areas).',
    'Control areas would have changed as the treated one.',
  ],
  notWhen: [
    'Treated areas were picked after a bad year: they fall by themselves.',
    'Small counts: the normal interval is rough.',
  ],
  sources: ['Wheeler & Ratcliffe (2018), Crime Science 7:11'],
  checkedWith: ['ptools::wdd: the paper’s case −118, 1568, −2.98, −196 to −40'],
  version: '1',
};
