import { gallerySection } from '../../gallery/example.ts';
import { ErrorSummary } from './error-summary.tsx';

export const errorSummaryExamples = gallerySection(
  'ErrorSummary',
  'Everything that is wrong with a form, at the head of its page.',
  ErrorSummary,
  {
    'One fault': {
      titleText: 'There is a problem',
      disableAutoFocus: true,
      errorList: [{ text: 'Enter a month, like 2023-08', href: '#to-month' }],
    },
  },
);
