import { gallerySection } from '../../gallery/example.ts';
import { Breadcrumbs } from './breadcrumbs.tsx';

export const breadcrumbsExamples = gallerySection(
  'Breadcrumbs',
  'The way from the start page to this one.',
  Breadcrumbs,
  {
    'Three steps': {
      labelText: 'Breadcrumb example',
      items: [
        { text: 'Measures', href: '#measures' },
        { text: 'Robbery', href: '#robbery' },
        { text: 'Westminster' },
      ],
    },
  },
);
