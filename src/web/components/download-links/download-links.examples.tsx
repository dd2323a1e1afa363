import { gallerySection } from '../../gallery/example.ts';
import { DownloadLinks } from './download-links.tsx';

export const downloadLinksExamples = gallerySection(
  'DownloadLinks',
  'The same numbers as files.',
  DownloadLinks,
  {
    'Three formats': {
      downloads: ['CSV', 'JSON', 'SVG'].map((format) => ({
        format,
        href: `#${format}`,
        describes: 'robbery',
      })),
    },
  },
);
