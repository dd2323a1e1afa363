import { gallerySection } from '../../gallery/example.ts';
import { Input } from './input.tsx';

export const inputExamples = gallerySection('Input', 'One line of text.', Input, {
  'With a hint': {
    name: 'from-month',
    label: { text: 'From' },
    hint: { text: 'A month, like 2022-04' },
    classes: 'govuk-input--width-10',
  },
  'With an error': {
    name: 'to-month',
    label: { text: 'To' },
    value: 'Augst',
    errorMessage: { text: 'Enter a month, like 2023-08' },
    classes: 'govuk-input--width-10',
  },
  'With a unit': {
    name: 'threshold',
    label: { text: 'Threshold' },
    suffix: { text: 'per 1,000' },
    classes: 'govuk-input--width-5',
  },
});
