import { gallerySection } from '../../gallery/example.ts';
import { Select } from './select.tsx';

export const selectExamples = gallerySection(
  'Select',
  'One of many, where a list is too long for radios.',
  Select,
  {
    'With a choice made': {
      name: 'area',
      label: { text: 'Area' },
      value: 'Camden',
      items: [{ text: 'Barnet' }, { text: 'Camden' }, { text: 'Hackney' }],
    },
  },
);
