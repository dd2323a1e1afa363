import { gallerySection } from '../../gallery/example.ts';
import { SkipLink } from './skip-link.tsx';

export const skipLinkExamples = gallerySection(
  'SkipLink',
  'Takes a keyboard past the header. Shown when it has the focus.',
  SkipLink,
  {
    'To the main content': { text: 'Skip to main content', href: '#main-content' },
  },
);
