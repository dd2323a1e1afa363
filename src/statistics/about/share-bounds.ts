import type { AboutMethod } from './about.ts';

export const aboutShareBounds: AboutMethod = {
  method: 'share-bounds',
  title: 'Bounds on shares when a category was not recorded',
  answers:
    'Which shares are possible for each category when part of the cases have none recorded, and is a survey figure one of them?',
  formula: 'lower = p(1 − m), upper = p(1 − m) + m, with p the share among the known and m the part missing.',
  assumptions: ['Recorded categories are right.', '"No" and "not asked" are not mixed up.'],
  notWhen: ['When non-response is known to be at random: then the known share is the better figure.'],
  sources: ['Manski (2003)'],
  checkedWith: ['By hand: p = 0.30, m = 0.50 gives 0.15 to 0.65'],
  version: '1',
};
