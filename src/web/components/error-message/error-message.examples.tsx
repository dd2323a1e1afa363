import { gallerySection } from '../../gallery/example.ts';
import { ErrorMessage } from './error-message.tsx';

export const errorMessageExamples = gallerySection(
  'ErrorMessage',
  'What is wrong with a field.',
  ErrorMessage,
  {
    Plain: { text: 'Enter a month, like 2023-08' },
  },
);
