import { gallerySection } from '../../gallery/example.ts';
import { InsetText } from './inset-text.tsx';

export const insetTextExamples = gallerySection(
  'InsetText',
  'Words set apart from the text around them.',
  InsetText,
  {
    'One sentence': { text: 'Figures for the latest two months are provisional and usually rise a little.' },
  },
);
