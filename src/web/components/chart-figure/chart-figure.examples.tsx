import {
  type SpcLineInput,
  profileBars,
  rankedAreas,
  smallMultiples,
  spcLine,
} from '../../../charts/index.ts';
import { PROFILE_BARS_EXAMPLES } from '../../../charts/profile-bars/examples.ts';
import { RANKED_AREAS_EXAMPLES } from '../../../charts/ranked-areas/examples.ts';
import { SMALL_MULTIPLES_EXAMPLES } from '../../../charts/small-multiples/examples.ts';
import { SPC_LINE_EXAMPLES } from '../../../charts/spc-line/examples.ts';
import { gallerySection } from '../../gallery/example.ts';
import { ChartFigure } from './chart-figure.tsx';

const downloads = ['CSV', 'JSON', 'SVG'].map((format) => ({
  format,
  href: `#${format}`,
  describes: 'the made-up robberies',
}));

/** The same chart for a width of screen, with ids of its own. */
const laidOut = (width: number): SpcLineInput => ({
  ...SPC_LINE_EXAMPLES.robbery,
  id: `robbery-${width}`,
  width,
});
const [areas] = Object.values(RANKED_AREAS_EXAMPLES);
if (areas === undefined) throw new Error('The ranked areas have no example.');

export const chartFigureExamples = gallerySection(
  'ChartFigure',
  'A chart, its reading, and its numbers one key press away.',
  ChartFigure,
  {
    'Laid out for three widths of screen, with downloads': {
      chart: spcLine(laidOut(960)),
      medium: spcLine(laidOut(640)),
      narrow: spcLine(laidOut(340)),
      downloads,
    },
    'Ranked areas, for two widths': {
      chart: rankedAreas({ ...areas, id: 'areas-wide', width: 640 }),
      narrow: rankedAreas({ ...areas, id: 'areas-narrow', width: 340 }),
    },
    'Small multiples, for two widths': {
      chart: smallMultiples({ ...SMALL_MULTIPLES_EXAMPLES.boroughs, id: 'multiples-wide', width: 960 }),
      narrow: smallMultiples({ ...SMALL_MULTIPLES_EXAMPLES.boroughs, id: 'multiples-narrow', width: 340 }),
    },
    'Profiles of populations, for two widths': {
      chart: profileBars({ ...PROFILE_BARS_EXAMPLES.pyramid, id: 'pyramid-wide', width: 640 }),
      narrow: profileBars({ ...PROFILE_BARS_EXAMPLES.pyramid, id: 'pyramid-narrow', width: 340 }),
    },
  },
);
