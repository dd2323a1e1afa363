import { createElement } from 'hono/jsx';
import { describe, expect, test } from 'vitest';
import { Breadcrumbs } from './breadcrumbs/breadcrumbs.tsx';
import { Button } from './button/button.tsx';
import { Checkboxes } from './checkboxes/checkboxes.tsx';
import { Details } from './details/details.tsx';
import { ErrorMessage } from './error-message/error-message.tsx';
import { ErrorSummary } from './error-summary/error-summary.tsx';
import { Fieldset } from './fieldset/fieldset.tsx';
import { Hint } from './hint/hint.tsx';
import { Input } from './input/input.tsx';
import { InsetText } from './inset-text/inset-text.tsx';
import { Label } from './label/label.tsx';
import { NotificationBanner } from './notification-banner/notification-banner.tsx';
import { Pagination } from './pagination/pagination.tsx';
import { Radios } from './radios/radios.tsx';
import { Select } from './select/select.tsx';
import { ServiceNavigation } from './service-navigation/service-navigation.tsx';
import { SkipLink } from './skip-link/skip-link.tsx';
import { SummaryList } from './summary-list/summary-list.tsx';
import { Table } from './table/table.tsx';
import { Tabs } from './tabs/tabs.tsx';
import { Tag } from './tag/tag.tsx';
import { canonicalHtml } from './testing/canonical-html.ts';
import { govukFixtures, propsOf } from './testing/govuk-fixtures.ts';
import { WarningText } from './warning-text/warning-text.tsx';

/** Our component for each folder of govuk-frontend that we claim to equal. */
const COMPONENTS = {
  breadcrumbs: Breadcrumbs,
  button: Button,
  checkboxes: Checkboxes,
  details: Details,
  'error-message': ErrorMessage,
  'error-summary': ErrorSummary,
  fieldset: Fieldset,
  hint: Hint,
  input: Input,
  'inset-text': InsetText,
  label: Label,
  'notification-banner': NotificationBanner,
  pagination: Pagination,
  radios: Radios,
  select: Select,
  'service-navigation': ServiceNavigation,
  'skip-link': SkipLink,
  'summary-list': SummaryList,
  table: Table,
  tabs: Tabs,
  tag: Tag,
  'warning-text': WarningText,
};

test('every published case of each component is compared', () => {
  const counts = Object.keys(COMPONENTS).map((folder) => govukFixtures(folder).length);
  expect(Math.min(...counts)).toBeGreaterThan(5);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(447);
});

describe.each(Object.entries(COMPONENTS))('%s prints what govuk-frontend prints', (folder, component) => {
  test.each(govukFixtures(folder).map((fixture) => [fixture.name, fixture] as const))(
    '%s',
    (_, { options, html }) => {
      // The published options are JSON, so their types are known only at run time.
      const ours = String(createElement(component, propsOf(options) as never));
      expect(canonicalHtml(ours)).toEqual(canonicalHtml(html));
    },
  );
});
