import { gallerySection } from '../../gallery/example.ts';
import { Table } from './table.tsx';

export const tableExamples = gallerySection('Table', 'Words and numbers in rows and columns.', Table, {
  'With numbers': {
    caption: 'Rate per 1,000 people, year to March 2022',
    firstCellIsHeader: true,
    head: [{ text: 'Area' }, { text: 'Violence', format: 'numeric' }, { text: 'Robbery', format: 'numeric' }],
    rows: [
      [
        { text: 'Metropolitan Police' },
        { text: '26.89', format: 'numeric' },
        { text: '2.70', format: 'numeric' },
      ],
      [
        { text: 'England and Wales' },
        { text: '35.22', format: 'numeric' },
        { text: '1.11', format: 'numeric' },
      ],
    ],
  },
});
