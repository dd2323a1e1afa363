import { gallerySection } from '../../gallery/example.ts';
import { NotificationBanner } from './notification-banner.tsx';

export const notificationBannerExamples = gallerySection(
  'NotificationBanner',
  'News that is not about the page itself.',
  NotificationBanner,
  {
    'One line': { text: 'A newer release of the borough counts was imported.', titleId: 'gallery-banner' },
  },
);
