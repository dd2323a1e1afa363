import { breadcrumbsExamples } from '../components/breadcrumbs/breadcrumbs.examples.tsx';
import { buttonExamples } from '../components/button/button.examples.tsx';
import { chartFigureExamples } from '../components/chart-figure/chart-figure.examples.tsx';
import { checkboxesExamples } from '../components/checkboxes/checkboxes.examples.tsx';
import {
  claimStateExamples,
  claimStateKeyExamples,
} from '../components/claim-state/claim-state.examples.tsx';
import { detailsExamples } from '../components/details/details.examples.tsx';
import { downloadLinksExamples } from '../components/download-links/download-links.examples.tsx';
import { errorMessageExamples } from '../components/error-message/error-message.examples.tsx';
import { errorSummaryExamples } from '../components/error-summary/error-summary.examples.tsx';
import { fieldsetExamples } from '../components/fieldset/fieldset.examples.tsx';
import { hintExamples } from '../components/hint/hint.examples.tsx';
import { inputExamples } from '../components/input/input.examples.tsx';
import { insetTextExamples } from '../components/inset-text/inset-text.examples.tsx';
import { labelExamples } from '../components/label/label.examples.tsx';
import { notificationBannerExamples } from '../components/notification-banner/notification-banner.examples.tsx';
import { paginationExamples } from '../components/pagination/pagination.examples.tsx';
import { radiosExamples } from '../components/radios/radios.examples.tsx';
import { scrollRegionExamples } from '../components/scroll-region/scroll-region.examples.tsx';
import { selectExamples } from '../components/select/select.examples.tsx';
import { serviceNavigationExamples } from '../components/service-navigation/service-navigation.examples.tsx';
import { skipLinkExamples } from '../components/skip-link/skip-link.examples.tsx';
import { sortableTableExamples } from '../components/sortable-table/sortable-table.examples.tsx';
import { summaryListExamples } from '../components/summary-list/summary-list.examples.tsx';
import { tableExamples } from '../components/table/table.examples.tsx';
import { tabsExamples } from '../components/tabs/tabs.examples.tsx';
import { tagExamples } from '../components/tag/tag.examples.tsx';
import { variationMarkExamples } from '../components/variation/variation-mark.examples.tsx';
import { warningTextExamples } from '../components/warning-text/warning-text.examples.tsx';
import { recordExamples } from '../layout/record.examples.tsx';
import type { GallerySection } from './example.ts';

/** Every component of the design system, our own first. */
export const GALLERY: readonly GallerySection[] = [
  recordExamples,
  breadcrumbsExamples,
  buttonExamples,
  chartFigureExamples,
  checkboxesExamples,
  claimStateExamples,
  claimStateKeyExamples,
  detailsExamples,
  downloadLinksExamples,
  errorMessageExamples,
  errorSummaryExamples,
  fieldsetExamples,
  hintExamples,
  inputExamples,
  insetTextExamples,
  labelExamples,
  notificationBannerExamples,
  paginationExamples,
  radiosExamples,
  scrollRegionExamples,
  selectExamples,
  serviceNavigationExamples,
  skipLinkExamples,
  sortableTableExamples,
  summaryListExamples,
  tableExamples,
  tabsExamples,
  tagExamples,
  variationMarkExamples,
  warningTextExamples,
];
