import { gallerySection } from '../../gallery/example.ts';
import { Pagination } from './pagination.tsx';

export const paginationExamples = gallerySection(
  'Pagination',
  'The pages of a long list, or the next and previous of a series.',
  Pagination,
  {
    'Between meetings': {
      landmarkLabel: 'Meetings',
      previous: { text: 'Previous meeting', labelText: '25 May 2023', href: '#previous' },
      next: { text: 'Next meeting', labelText: '30 November 2023', href: '#next' },
    },
    'With page numbers': {
      landmarkLabel: 'Pages',
      previous: { href: '#1' },
      next: { href: '#3' },
      items: [
        { number: 1, href: '#1' },
        { number: 2, href: '#2', current: true },
        { number: 3, href: '#3' },
        { ellipsis: true },
        { number: 12, href: '#12' },
      ],
    },
  },
);
