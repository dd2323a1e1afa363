import { gallerySection } from '../../gallery/example.ts';
import { Radios } from './radios.tsx';

export const radiosExamples = gallerySection('Radios', 'One of a few.', Radios, {
  'With hints': {
    name: 'compare',
    fieldset: { legend: { text: 'Compare with', classes: 'govuk-fieldset__legend--s' } },
    value: 'national',
    items: [
      { value: 'national', text: 'England and Wales' },
      { value: 'similar', text: 'Most similar forces', hint: { text: 'An unconfirmed group' } },
      { divider: 'or' },
      { value: 'self', text: 'Its own past' },
    ],
  },
});
