import { gallerySection } from '../../gallery/example.ts';
import { ServiceNavigation } from './service-navigation.tsx';

export const serviceNavigationExamples = gallerySection(
  'ServiceNavigation',
  'The name of the program and its sections. Pages get it from their layout.',
  ServiceNavigation,
  {
    'With a current section': {
      navigationId: 'gallery-navigation',
      navigationLabel: 'Example sections',
      navigation: [
        { text: 'Record', href: '#record' },
        { text: 'Measures', href: '#measures', current: true },
      ],
    },
  },
);
