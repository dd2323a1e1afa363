import type { AboutMethod } from './about.ts';

export const aboutHotSpots: AboutMethod = {
  method: 'hot-spots',
  title: 'Hot spots and near repeats',
  answers:
    'Is crime bunched in places (gi, moran), do last period’s hot cells catch what comes next (pai), and does one event make another nearby more likely for a while (knox)?',
  formula:
    'Points are counted in square cells of side --cell. gi: Gi* with cells that touch, in standard deviations. moran: I with row-standardised weights, variance under randomisation. pai: share of later events in the hottest --share of cells over that share; PEI: over the best possible. knox: pairs close in space and time over their mean when dates are dealt out anew.',
  assumptions: [
    'Coordinates in metres (or one unit on both axes).',
    'Every cell of the rectangle around the points counts, those without events too.',
    'knox: dates are right to the day; the mix of places does not change over time.',
  ],
  notWhen: [
    'With rounded or moved coordinates (as published): cells must be larger than the rounding.',
    'gi over many cells: some are hot by chance; look at fdr_significant.',
    'To judge officers or people: it is about places.',
  ],
  sources: [
    'Ord & Getis (1995), Geographical Analysis 27, 286–306',
    'Cliff & Ord (1981), Spatial Processes',
    'Knox (1964), Applied Statistics 13, 25–29',
    'Chainey, Tompson & Uhlig (2008), Security Journal 21, 4–28',
  ],
  checkedWith: ['spdep::moran.test, spdep::localG', 'src/statistics/oracles/places.R'],
  version: '1',
};
