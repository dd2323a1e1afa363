import { gallerySection } from '../../gallery/example.ts';
import { VariationMark } from './variation-mark.tsx';

export const variationMarkExamples = gallerySection(
  'VariationMark',
  'What the latest values show against their own past.',
  VariationMark,
  {
    'Concern, rising': { variation: 'concern', side: 'up' },
    'Concern, falling': { variation: 'concern', side: 'down' },
    'Improvement, rising': { variation: 'improvement', side: 'up' },
    'Improvement, falling': { variation: 'improvement', side: 'down' },
    'Neutral, high': { variation: 'high' },
    'Common cause': { variation: 'none' },
    'Not available': { variation: null },
  },
);
