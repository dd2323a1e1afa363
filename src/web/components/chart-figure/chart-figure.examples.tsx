import { gallerySection } from '../../gallery/example.ts';
import { ChartFigure } from './chart-figure.tsx';

const POINTS = [24, 31, 27, 22, 29, 35] as const;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June'];

const marks = POINTS.map(
  (value, index) =>
    `<circle data-row="${index}" cx="${40 + index * 100}" cy="${180 - value * 4}" r="5" fill="#5c6770"/>`,
);

export const chartFigureExamples = gallerySection(
  'ChartFigure',
  'A chart, its reading, and its numbers one key press away.',
  ChartFigure,
  {
    'With downloads (made-up numbers)': {
      chart: {
        svg: `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="gallery-chart-title" viewBox="0 0 580 200" width="580" height="200"><title id="gallery-chart-title">A stand-in for a chart</title><path d="M40 180H560" stroke="#8a949c"/>${marks.join('')}</svg>`,
        reading: 'The made-up count was 35 in June, the highest of six months.',
        table: {
          caption: 'Made-up count by month',
          columns: [
            { key: 'month', label: 'Month', numeric: false },
            { key: 'count', label: 'Count', numeric: true },
          ],
          rows: MONTHS.map((month, index) => [month, POINTS[index] ?? null]),
        },
      },
      downloads: [{ format: 'CSV', href: '#csv', describes: 'the made-up count' }],
    },
  },
);
