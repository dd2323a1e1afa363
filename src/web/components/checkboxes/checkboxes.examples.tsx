import { gallerySection } from '../../gallery/example.ts';
import { Checkboxes } from './checkboxes.tsx';

export const checkboxesExamples = gallerySection('Checkboxes', 'Any number of a few.', Checkboxes, {
  'With an error': {
    name: 'formats',
    fieldset: { legend: { text: 'Which files do you want?', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: { text: 'Choose at least one' },
    items: [
      { value: 'csv', text: 'CSV' },
      { value: 'json', text: 'JSON' },
    ],
  },
});
