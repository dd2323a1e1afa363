import { gallerySection } from '../../gallery/example.ts';
import { Label } from './label.tsx';

export const labelExamples = gallerySection('Label', 'The name of a field.', Label, {
  Plain: { text: 'Name of the measure', for: 'gallery-no-field' },
});
