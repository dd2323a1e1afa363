import { gallerySection } from '../../gallery/example.ts';
import { WarningText } from './warning-text.tsx';

export const warningTextExamples = gallerySection(
  'WarningText',
  'Something with consequences, before it is done.',
  WarningText,
  {
    'One sentence': { text: 'The two definitions of knife crime must not be compared with each other.' },
  },
);
