import { gallerySection } from '../../gallery/example.ts';
import { Tabs } from './tabs.tsx';

export const tabsExamples = gallerySection('Tabs', 'Views of one thing, one at a time.', Tabs, {
  'Two views': {
    idPrefix: 'gallery-tab',
    items: [
      { label: 'Then', panel: { text: 'What was known at the meeting.' } },
      { label: 'Now', panel: { text: 'What is known today.' } },
    ],
  },
});
