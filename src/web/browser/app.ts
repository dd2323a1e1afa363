/** What the browser adds to pages that work without it: GOV.UK's behaviours, sorting of tables, reading of chart points. */
import {
  Button,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  Radios,
  ServiceNavigation,
  SkipLink,
  Tabs,
  createAll,
} from 'govuk-frontend';
import { explainChartPoints } from './chart-points.ts';
import { makeSortable } from './sortable-table.ts';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');

createAll(Button);
createAll(Checkboxes);
createAll(ErrorSummary);
createAll(NotificationBanner);
createAll(Radios);
createAll(ServiceNavigation);
createAll(SkipLink);
createAll(Tabs);

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-module="sortable-table"]'))
  makeSortable(table);
explainChartPoints(document);
