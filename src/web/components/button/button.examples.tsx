import { gallerySection } from '../../gallery/example.ts';
import { Button } from './button.tsx';

export const buttonExamples = gallerySection('Button', 'Does something; a link leads somewhere.', Button, {
  Primary: { text: 'Check this claim again' },
  Secondary: { text: 'Cancel', classes: 'govuk-button--secondary' },
  'That cannot be used now': { text: 'Publish', disabled: true },
});
