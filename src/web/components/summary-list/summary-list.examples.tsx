import { gallerySection } from '../../gallery/example.ts';
import { SummaryList } from './summary-list.tsx';

export const summaryListExamples = gallerySection('SummaryList', 'Names and their values.', SummaryList, {
  'With actions': {
    rows: [
      {
        key: { text: 'Measure' },
        value: { text: 'Robbery per 1,000 people' },
        actions: {
          items: [{ text: 'See definition', visuallyHiddenText: 'of robbery', href: '#definition' }],
        },
      },
      { key: { text: 'Publisher' }, value: { text: 'Office for National Statistics' } },
      {
        key: { text: 'Group' },
        value: { text: 'Unconfirmed: nobody has given a source and a date for it yet' },
      },
    ],
  },
});
