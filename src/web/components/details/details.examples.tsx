import { gallerySection } from '../../gallery/example.ts';
import { Details } from './details.tsx';

export const detailsExamples = gallerySection(
  'Details',
  'Words that most readers do not need, one key press away.',
  Details,
  {
    Closed: {
      summaryText: 'What counts as knife crime?',
      text: 'Selected offences in which a knife or sharp instrument was used or threatened.',
    },
  },
);
