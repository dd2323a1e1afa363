import { gallerySection } from '../../gallery/example.ts';
import { Table } from '../table/table.tsx';
import { ScrollRegion } from './scroll-region.tsx';

const MONTHS = Array.from({ length: 18 }, (_, index) => `Month ${index + 1}`);

export const scrollRegionExamples = gallerySection(
  'ScrollRegion',
  'Holds what may be wider than the screen.',
  ScrollRegion,
  {
    'Around a table': {
      label: 'A wide table',
      children: (
        <Table
          head={MONTHS.map((month) => ({ text: month, format: 'numeric' }))}
          rows={[MONTHS.map((_, index) => ({ text: 2400 + index * 31, format: 'numeric' }))]}
        />
      ),
    },
  },
);
