import { gallerySection } from '../../gallery/example.ts';
import { Hint } from './hint.tsx';

export const hintExamples = gallerySection('Hint', 'Help for filling in a field.', Hint, {
  Plain: { text: 'As it is called in the catalogue, for example robbery' },
});
