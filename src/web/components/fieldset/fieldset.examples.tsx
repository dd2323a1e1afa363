import { gallerySection } from '../../gallery/example.ts';
import { Fieldset } from './fieldset.tsx';

export const fieldsetExamples = gallerySection('Fieldset', 'Fields that belong together.', Fieldset, {
  'With a legend': {
    legend: { text: 'Period', classes: 'govuk-fieldset__legend--m' },
    html: <p class="govuk-body">Fields stand here.</p>,
  },
});
