import { gallerySection } from '../../gallery/example.ts';
import { Tag } from './tag.tsx';

export const tagExamples = gallerySection('Tag', 'A short status word.', Tag, {
  'In words': { text: 'Provisional' },
});
